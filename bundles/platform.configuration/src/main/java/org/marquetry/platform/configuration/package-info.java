/// Hands the operator's configuration to the components before they start.
@NullMarked
package org.marquetry.platform.configuration;

import org.jspecify.annotations.NullMarked;
