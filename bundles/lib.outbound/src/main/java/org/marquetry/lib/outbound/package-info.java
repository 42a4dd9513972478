/// Reading from the network, guarded: an address comes from a stranger, and this machine stands
/// inside a network where it may reach more than the stranger does. Start at [Outbound].
@NullMarked
package org.marquetry.lib.outbound;

import org.jspecify.annotations.NullMarked;
