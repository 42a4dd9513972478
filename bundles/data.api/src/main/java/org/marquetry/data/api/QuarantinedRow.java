package org.marquetry.data.api;

import java.util.Optional;

/// A row that was not loaded.
///
/// @param row number in the file, counted from 1, the header included
/// @param column what gave the reason; empty: the row as a whole
/// @param code stable code of the reason, for example `time-unreadable`
/// @param reason in words, in English
/// @param value of the column, at most 200 characters
public record QuarantinedRow(
    long row, Optional<String> column, String code, String reason, String value) {}
