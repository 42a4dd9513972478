/// How fast a file is imported, beside the database's own reader.
@NullMarked
package org.marquetry.bench.imports;

import org.jspecify.annotations.NullMarked;
