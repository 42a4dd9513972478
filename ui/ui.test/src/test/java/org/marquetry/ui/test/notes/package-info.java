/// What a partner's bundle would hold: a page with something typed on it, a panel, its texts.
@NullMarked
package org.marquetry.ui.test.notes;

import org.jspecify.annotations.NullMarked;
