/// Opens the channel for the benchmarks.
@NullMarked
package org.marquetry.channel.mail;

import org.jspecify.annotations.NullMarked;
