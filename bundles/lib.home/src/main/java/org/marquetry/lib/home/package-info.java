/// Which process runs on a home: [org.marquetry.lib.home.HomeInUse].
@NullMarked
package org.marquetry.lib.home;

import org.jspecify.annotations.NullMarked;
