/// Events from programs: taken at the door into the journal, and loaded from there into the
/// warehouse.
@NullMarked
package org.marquetry.data.events;

import org.jspecify.annotations.NullMarked;
