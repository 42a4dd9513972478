/// The shop's figures: the panel of the page Today, and the page that shows what a figure rests on.
///
/// [FiguresSource] is the way to the figures, also when nobody tells them; [FigureWords] writes
/// them.
@NullMarked
package org.marquetry.ui.measurement;

import org.jspecify.annotations.NullMarked;
