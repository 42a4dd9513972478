package org.marquetry.platform.api.http;

import java.util.Optional;

/// What an operation answers.
///
/// @param status HTTP status, 200 to 299
/// @param body record that is written as JSON; empty for 204
public record Answer(int status, Optional<Record> body) {
  public Answer {
    if (status < 200 || status > 299) {
      throw new IllegalArgumentException(
          "status must be 200 to 299, got " + status + "; throw a ProblemException for an error");
    }
  }

  /// 200 with a body.
  public static Answer ok(Record body) {
    return new Answer(200, Optional.of(body));
  }

  /// 202: taken and safe, what follows from it comes later.
  public static Answer accepted(Record body) {
    return new Answer(202, Optional.of(body));
  }

  /// 204.
  public static Answer nothing() {
    return new Answer(204, Optional.empty());
  }
}
