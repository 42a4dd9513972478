/// Another bundle, for tests.
@NullMarked
package org.marquetry.sql.h2.other;

import org.jspecify.annotations.NullMarked;
