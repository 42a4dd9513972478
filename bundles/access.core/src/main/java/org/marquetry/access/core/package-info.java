/// Who may do what, kept in the operational store. Start at [AccessStore].
@NullMarked
package org.marquetry.access.core;

import org.jspecify.annotations.NullMarked;
