/// What customers of the sample shop truly are, beside what the suite has measured. Start at
/// [RevealPage].
@NullMarked
package org.marquetry.ui.sandbox.reveal;

import org.jspecify.annotations.NullMarked;
