/// Keeps the settings of extensions and hands them to their components.
@NullMarked
package org.marquetry.settings.core;

import org.jspecify.annotations.NullMarked;
