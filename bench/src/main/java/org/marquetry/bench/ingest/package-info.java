/// Durable single-event appends: ours, SQLite and a bare log in one interleaved run.
@NullMarked
package org.marquetry.bench.ingest;

import org.jspecify.annotations.NullMarked;
