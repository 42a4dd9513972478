/// Health and figures on a port of their own, for whoever watches the suite.
@NullMarked
package org.marquetry.platform.health;

import org.jspecify.annotations.NullMarked;
