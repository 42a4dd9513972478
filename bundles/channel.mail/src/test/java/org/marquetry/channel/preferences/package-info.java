/// Makes links for the channel's tests.
@NullMarked
package org.marquetry.channel.preferences;

import org.jspecify.annotations.NullMarked;
