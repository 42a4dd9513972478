package org.marquetry.insight.api;

import java.time.LocalDate;
import java.util.OptionalLong;

/// A figure on one day.
///
/// @param day of the shop
/// @param value in the figure's unit; empty when it is not known, which is not 0
/// @param complete whether the events of the whole day are there; without that the value is "so
///   far"
public record DayValue(LocalDate day, OptionalLong value, boolean complete) {}
