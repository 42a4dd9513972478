package org.marquetry.platform.api.http;

import java.util.Optional;
import java.util.regex.Pattern;

/// Describe an operation.
///
/// @param method `GET`, `POST`, `PUT` or `DELETE`
/// @param path below `/api/v1`, for example `/customers/{id}`; a parameter is a whole segment
/// @param summary one sentence
/// @param request type of the body
/// @param most most elements when the body may also be a JSON array of that type; 0 if it may not
/// @param response type of the answer's body
/// @param permission what the actor must hold, as `subject.verb`, or [Requires#ANY_ACTOR]
/// @param idempotent whether the same request again changes nothing more
/// @param rate how many may run at once
public record OperationSpec(
    String method,
    String path,
    String summary,
    Optional<Class<? extends Record>> request,
    int most,
    Optional<Class<? extends Record>> response,
    String permission,
    boolean idempotent,
    Rate rate) {
  private static final Pattern METHOD = Pattern.compile("GET|POST|PUT|DELETE");
  private static final Pattern PATH = Pattern.compile("(/([a-zA-Z0-9._-]+|\\{[a-zA-Z]+}))+");

  /// How many requests of one class the door lets run at once.
  public enum Rate {
    /// 256: answers from memory.
    LIGHT,
    /// 64: reads or writes a store.
    NORMAL,
    /// 4: large bodies or answers.
    HEAVY
  }

  public OperationSpec {
    check(METHOD.matcher(method).matches(), "method must be GET, POST, PUT or DELETE", method);
    check(PATH.matcher(path).matches(), "path must look like /customers/{id}", path);
    check(!summary.isBlank(), "summary must say what it does", summary);
    check(!permission.isBlank(), "permission must be named", permission);
    check(most >= 0, "most must be >= 0", Integer.toString(most));
    check(request.isEmpty() || !method.equals("GET"), "GET has no body", path);
  }

  /// Describe a reading operation without a body.
  public static OperationSpec get(
      String path, String summary, Class<? extends Record> response, String permission) {
    return new OperationSpec(
        "GET",
        path,
        summary,
        Optional.empty(),
        0,
        Optional.of(response),
        permission,
        true,
        Rate.NORMAL);
  }

  private static void check(boolean good, String rule, String got) {
    if (!good) {
      throw new IllegalArgumentException(rule + ", got " + got);
    }
  }
}
