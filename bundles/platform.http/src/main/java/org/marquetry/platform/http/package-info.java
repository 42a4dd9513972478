/// The one HTTP door of the suite.
@NullMarked
package org.marquetry.platform.http;

import org.jspecify.annotations.NullMarked;
