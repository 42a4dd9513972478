/// Measures the quality of the shop's data by rules over published views.
///
/// [org.marquetry.data.quality.Checks] holds the rules, each as SQL for its figure and its rows;
/// [org.marquetry.data.quality.MeasuredQuality] keeps what they said.
@NullMarked
package org.marquetry.data.quality;

import org.jspecify.annotations.NullMarked;
