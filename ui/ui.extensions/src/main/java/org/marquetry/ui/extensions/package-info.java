/// The page of the extensions: what is installed, what the repositories offer, what was changed
/// when, and whom the operator trusts.
@NullMarked
package org.marquetry.ui.extensions;

import org.jspecify.annotations.NullMarked;
