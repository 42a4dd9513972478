/// What a partner waits for: [NewExtensionBench], [DevLoopBench].
@NullMarked
package org.marquetry.bench.extension;

import org.jspecify.annotations.NullMarked;
