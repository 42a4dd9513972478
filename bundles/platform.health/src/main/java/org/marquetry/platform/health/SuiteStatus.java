package org.marquetry.platform.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Body of `GET /status`.
///
/// @param version of the suite
/// @param process the operating system's number of the process
/// @param since when the process started
/// @param status the worst of the checks that counts
/// @param ready whether requests can be served
/// @param bundles how many bundles are in each state; `leaving` are those that a change replaced a
///   moment ago
/// @param checks by name
record SuiteStatus(
    String version,
    long process,
    Instant since,
    String status,
    boolean ready,
    Map<String, Integer> bundles,
    List<CheckStatus> checks) {
  /// One check.
  ///
  /// @param required whether the suite is ready only when this is
  record CheckStatus(String name, String status, String message, boolean required) {}
}
