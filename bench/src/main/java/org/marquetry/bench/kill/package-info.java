/// Kills during ingest: is what was acknowledged there, once?
@NullMarked
package org.marquetry.bench.kill;

import org.jspecify.annotations.NullMarked;
