/// What every implementation of an extension point keeps. Extend the suite of the interface and
/// hand it the implementation: [ChannelContract], [TraitSourceContract], [TrainerContract].
/// [LocalOutbound] is what asks hosts in such a test.
@NullMarked
package org.marquetry.tck;

import org.jspecify.annotations.NullMarked;
