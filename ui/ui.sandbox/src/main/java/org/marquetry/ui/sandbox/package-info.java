/// The pages of the sample shop: its clock; its truth in package `reveal`.
@NullMarked
package org.marquetry.ui.sandbox;

import org.jspecify.annotations.NullMarked;
