package org.marquetry.settings.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What was set of a component at one time.
///
/// @param values what differs from the default, by key; secrets sealed, or where they stand
record Version(
    long number, String component, Map<String, List<String>> values, Instant at, String by) {}
