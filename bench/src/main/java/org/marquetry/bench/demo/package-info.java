/// How long the demo's past takes to be loaded.
@NullMarked
package org.marquetry.bench.demo;

import org.jspecify.annotations.NullMarked;
