package org.marquetry.data.web;

import java.util.Map;
import java.util.Optional;
import org.marquetry.platform.api.http.OpenRequest;

/// A request as a stranger sends it.
record Asked(
    String method,
    String path,
    Map<String, String> queries,
    Map<String, String> headers,
    String from,
    String body)
    implements OpenRequest {
  @Override
  public Optional<String> query(String name) {
    return Optional.ofNullable(queries.get(name));
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
