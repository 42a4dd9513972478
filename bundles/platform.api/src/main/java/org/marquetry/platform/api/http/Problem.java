package org.marquetry.platform.api.http;

import java.util.List;

/// Say what is wrong with a request, as RFC 9457 `application/problem+json`.
///
/// @param status HTTP status, 400 to 599
/// @param title what kind of problem, the same each time
/// @param detail what and where
/// @param action what to do
/// @param errors the places in the body, if there are any
public record Problem(int status, String title, String detail, String action, List<At> errors) {
  /// One place in the body.
  ///
  /// @param pointer JSON pointer, for example `/3/customer`
  /// @param detail what is wrong there
  public record At(String pointer, String detail) {}

  public Problem {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status must be 400 to 599, got " + status);
    }
    errors = List.copyOf(errors);
  }

  public Problem(int status, String title, String detail, String action) {
    this(status, title, detail, action, List.of());
  }

  /// 422 at one place of the body.
  public static Problem invalid(String pointer, String detail, String action) {
    return new Problem(
        422, "The content is not valid", detail, action, List.of(new At(pointer, detail)));
  }
}
