package org.marquetry.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Bytes;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;

/// Takes a request through the door: who calls, which operation, how large, came it before, run.
final class Door {
  static final int MAX_BODY = 10 << 20;
  private static final byte[] NO_BODY = {};

  /// Beside JSON as we write it, CloudEvents; an operation that does not know them refuses them by
  /// their fields.
  private static final Set<String> JSON =
      Set.of(Reply.JSON, "application/cloudevents+json", "application/cloudevents-batch+json");

  private final Operations operations;
  private final Callers callers;
  private final Replays replays;
  private final RateLimits limits = new RateLimits();
  private final Traffic traffic;
  private volatile Json json = new Json();

  Door(Operations operations, Callers callers, Replays replays, Traffic traffic) {
    this.operations = operations;
    this.callers = callers;
    this.replays = replays;
    this.traffic = traffic;
  }

  /// Let go of the classes of a bundle that went.
  void forgetClasses() {
    json = new Json();
  }

  Reply answer(HttpServletRequest http) {
    long start = System.nanoTime();
    String path = http.getPathInfo() == null ? "/" : http.getPathInfo();
    String method = http.getMethod().equals("HEAD") ? "GET" : http.getMethod();
    String name = "other";
    Reply reply;
    try {
      if (method.equals("GET") && path.equals("/openapi.json")) {
        name = "GET /openapi.json";
        reply = Reply.json(200, json.write(OpenApi.of(operations.specs())));
      } else {
        Actor actor = callers.of(http.getHeader("Authorization"), http.getRemoteAddr());
        Operations.Found found = operations.find(method, path);
        name = method + " " + found.spec().path();
        reply = serve(http, actor, found);
      }
    } catch (IOException | RuntimeException e) {
      Problem problem = Problems.of(e, method + " /api/v1" + path);
      reply = problem(problem);
    }
    traffic.count(name, reply.status(), System.nanoTime() - start);
    return reply;
  }

  Reply problem(Problem problem) {
    return new Reply(
        problem.status(), Reply.PROBLEM, json.write(problem).getBytes(StandardCharsets.UTF_8));
  }

  private Reply serve(HttpServletRequest http, Actor actor, Operations.Found found)
      throws IOException {
    OperationSpec spec = found.spec();
    if (!actor.may(spec.permission())) {
      throw new ProblemException(Problems.forbidden(spec.permission()));
    }
    byte[] body = spec.request().isPresent() ? body(http, spec) : NO_BODY;
    JsonRequest request = new JsonRequest(http, found.parameters(), body, json);
    Supplier<Reply> task =
        () -> {
          Answer answer = actor.call(() -> found.operation().handle(request));
          return reply(answer);
        };
    String key = http.getHeader("Idempotency-Key");
    return limits.run(
        spec.rate(),
        key == null || spec.method().equals("GET")
            ? task
            : () -> replays.once(key(key, actor, http), body, spec.idempotent(), task));
  }

  private Reply reply(Answer answer) {
    return answer.body().orElse(null) instanceof Bytes bytes
        ? new Reply(answer.status(), bytes.type(), bytes.content())
        : Reply.json(answer.status(), answer.body().map(json::write).orElse(""));
  }

  private static Replays.Key key(String key, Actor actor, HttpServletRequest http) {
    if (key.isBlank() || key.length() > Replays.MAX_KEY) {
      throw new ProblemException(
          new Problem(
              400,
              "Idempotency-Key not valid",
              "Idempotency-Key must have 1 to " + Replays.MAX_KEY + " characters.",
              "Use a random UUID."));
    }
    String operation = http.getMethod() + " " + http.getPathInfo() + "?" + http.getQueryString();
    return new Replays.Key(actor.kind() + " " + actor.name(), operation, key);
  }

  private static byte[] body(HttpServletRequest http, OperationSpec spec) throws IOException {
    boolean bytes = spec.request().filter(Bytes.class::equals).isPresent();
    if (!bytes && !isJson(http.getContentType())) {
      throw new ProblemException(
          new Problem(
              415,
              "Not JSON",
              "The body's Content-Type is " + http.getContentType() + ".",
              "Send JSON with Content-Type: application/json."));
    }
    byte[] body = http.getInputStream().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw new ProblemException(Problems.tooLarge(MAX_BODY));
    }
    return body;
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && JSON.contains(contentType.toLowerCase(Locale.ROOT).split(";", -1)[0].strip());
  }
}
