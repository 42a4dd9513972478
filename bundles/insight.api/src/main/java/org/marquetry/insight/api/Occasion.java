package org.marquetry.insight.api;

import java.time.LocalDate;
import org.marquetry.shop.api.Words;

/// A day on which shops sell in another way than usual.
///
/// @param name as marketers call it
public record Occasion(LocalDate day, Words name) {}
