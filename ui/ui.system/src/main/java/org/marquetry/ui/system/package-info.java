/// Pages about the suite itself, beside those that the shell brings.
@NullMarked
package org.marquetry.ui.system;

import org.jspecify.annotations.NullMarked;
