package org.marquetry.insight.api;

import java.util.Optional;
import java.util.OptionalDouble;

/// One figure as of now.
///
/// @param today what there is of today
/// @param usualByNow mean of the same weekday of the last 8 weeks up to this time of the day, to
///   five minutes; empty below 4 such days
/// @param yesterday the day before
/// @param comparison of yesterday with the same weekday of the 8 weeks before; empty when yesterday
///   is not complete, below 4 such days, or when they all were the same and yesterday was not
public record FigureNow(
    Figure figure,
    DayValue today,
    OptionalDouble usualByNow,
    DayValue yesterday,
    Optional<Comparison> comparison) {}
