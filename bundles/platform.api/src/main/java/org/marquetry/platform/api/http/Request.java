package org.marquetry.platform.api.http;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/// What was sent to an operation; valid while [Operation#handle] runs.
@ProviderType
public interface Request {
  /// A parameter of the path template, decoded.
  ///
  /// @throws IllegalArgumentException if the template has none of this name
  String path(String name);

  /// A query parameter, decoded; the first one of that name.
  Optional<String> query(String name);

  /// Read the body as one record.
  ///
  /// @throws ProblemException 400 naming line and column, or 422 naming the field
  <T extends Record> T body(Class<T> type);

  /// Read the body as one record or as an array of them.
  ///
  /// @param most longest array that is taken
  /// @throws ProblemException 400 naming line and column, 413 if there are more, or 422 naming
  ///   element and field
  <T extends Record> List<T> list(Class<T> type, int most);

  /// A header; the first one of that name, in any letter case.
  Optional<String> header(String name);

  /// The body as it came, read as UTF-8; for what no record describes.
  String text();
}
