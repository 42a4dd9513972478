/// What every implementation of an extension point keeps. Extend the suite of the interface and
/// hand it the implementation: [ChannelContract], [TraitSourceContract], [TrainerContract].
@NullMarked
package org.marquetry.tck;

import org.jspecify.annotations.NullMarked;
