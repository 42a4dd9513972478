/// Links that end messages, and the page they lead to: start at [SignedLinks] and [PreferencePage].
@NullMarked
package org.marquetry.channel.preferences;

import org.jspecify.annotations.NullMarked;
