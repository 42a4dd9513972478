/// Browser tests of the web pages. Start at [PagesTest].
@NullMarked
package org.marquetry.ui.test;

import org.jspecify.annotations.NullMarked;
