/// The synthetic shop for JUnit tests; start at [WithSandbox].
@NullMarked
package org.marquetry.sandbox.testing;

import org.jspecify.annotations.NullMarked;
