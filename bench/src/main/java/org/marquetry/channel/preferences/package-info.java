/// Makes links for the benchmarks.
@NullMarked
package org.marquetry.channel.preferences;

import org.jspecify.annotations.NullMarked;
