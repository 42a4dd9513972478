/// Lets go data that has had its time: in the journal and the warehouse, and files of imports.
@NullMarked
package org.marquetry.data.retention;

import org.jspecify.annotations.NullMarked;
