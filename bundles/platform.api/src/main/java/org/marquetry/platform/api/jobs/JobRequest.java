package org.marquetry.platform.api.jobs;

import java.util.Map;

/// Ask for a job.
///
/// @param kind which handler does it
/// @param key what it works on; only one job of a kind and key exists at a time
/// @param arguments short values for the handler; no personal data, no secrets
/// @param maxAttempts how often it is tried when it fails, 1 to 20; restarts and swaps do not count
public record JobRequest(String kind, String key, Map<String, String> arguments, int maxAttempts) {
  public JobRequest {
    if (kind.isBlank() || key.isBlank()) {
      throw new IllegalArgumentException("kind and key must not be blank");
    }
    if (maxAttempts < 1 || maxAttempts > 20) {
      throw new IllegalArgumentException("maxAttempts must be in 1..20, got " + maxAttempts);
    }
    arguments = Map.copyOf(arguments);
  }

  /// A job that is tried once.
  public static JobRequest of(String kind, String key) {
    return new JobRequest(kind, key, Map.of(), 1);
  }
}
