/// The made-up shop beside a shop of one's own: another process on another home. Start at
/// [SampleProcess].
@NullMarked
package org.marquetry.sandbox.home;

import org.jspecify.annotations.NullMarked;
