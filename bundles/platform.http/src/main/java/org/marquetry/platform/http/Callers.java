package org.marquetry.platform.http;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.LogIn;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;

/// Tells who calls, by the header `Authorization`.
final class Callers {
  /// Whoever asks what needs no key.
  static final Actor VISITOR = new Actor(Actor.Kind.VISITOR, "visitor", Set.of());

  private static final String SCHEME = "Bearer ";
  private static final Actor COMMAND_LINE =
      new Actor(Actor.Kind.COMMAND_LINE, "command-line", Set.of("*"));

  private final LogIn logIn;
  private final RunToken token;

  Callers(LogIn logIn, RunToken token) {
    this.logIn = logIn;
    this.token = token;
  }

  /// @throws ProblemException 401 or 429
  Actor of(@Nullable String authorization, String from) {
    if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, 7)) {
      throw new ProblemException(
          unauthorized("The request carries no key.", "Send Authorization: Bearer KEY."));
    }
    String key = authorization.substring(SCHEME.length()).strip();
    if (token.is(key)) {
      return COMMAND_LINE;
    }
    return switch (Actor.SYSTEM.call(() -> logIn.key(key, from))) {
      case LogIn.Result.Accepted accepted -> accepted.actor();
      case LogIn.Result.Refused _ ->
          throw new ProblemException(
              unauthorized("The key is not valid.", "Ask an administrator for a new API key."));
      case LogIn.Result.Throttled throttled -> throw new ProblemException(busy(throttled.pause()));
    };
  }

  private static Problem unauthorized(String detail, String action) {
    return new Problem(401, "Who calls is not known", detail, action);
  }

  private static Problem busy(Duration pause) {
    return new Problem(
        429,
        "Too many wrong keys",
        "Too many wrong keys came from this address.",
        "Try again in " + Math.max(1, pause.toSeconds()) + " s.");
  }
}
