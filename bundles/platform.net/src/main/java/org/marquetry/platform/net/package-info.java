/// Guarded requests to hosts of the network. Start at [NetDoor].
@NullMarked
package org.marquetry.platform.net;

import org.jspecify.annotations.NullMarked;
