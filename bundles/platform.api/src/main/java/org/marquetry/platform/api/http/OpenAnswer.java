package org.marquetry.platform.api.http;

import java.util.Map;

/// What a stranger gets.
///
/// @param status HTTP status, 200 to 599
/// @param contentType of the body; empty when there is none
/// @param headers further ones; `Cache-Control` is `no-store` unless it stands here
public record OpenAnswer(int status, String contentType, String body, Map<String, String> headers) {
  public OpenAnswer {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be 200 to 599, got " + status);
    }
    headers = Map.copyOf(headers);
  }

  /// An answer without a body.
  public static OpenAnswer empty(int status) {
    return new OpenAnswer(status, "", "", Map.of());
  }
}
