/// The door through which the command line calls commands inside the suite.
@NullMarked
package org.marquetry.platform.command;

import org.jspecify.annotations.NullMarked;
