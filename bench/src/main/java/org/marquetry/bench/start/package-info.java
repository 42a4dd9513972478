/// How long until the suite shows its first page, and how much memory it holds then, beside the
/// floor of the same run.
@NullMarked
package org.marquetry.bench.start;

import org.jspecify.annotations.NullMarked;
