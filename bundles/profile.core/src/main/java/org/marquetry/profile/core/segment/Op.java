package org.marquetry.profile.core.segment;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;

/// An operation whose handler is a function.
///
/// @param name provider's name, for example `segments.list`
record Op(String name, OperationSpec spec, Function<Request, Answer> handler) implements Operation {
  static Op get(
      String name,
      String path,
      String summary,
      Class<? extends Record> response,
      String permission,
      Function<Request, Record> handler) {
    return new Op(
        name,
        OperationSpec.get(path, summary, response, permission),
        request -> Answer.ok(handler.apply(request)));
  }

  /// An operation with a body.
  ///
  /// @param methodAndPath for example `PUT /segments/{id}`
  /// @param body what is sent; null: nothing
  static Op send(
      String name,
      String methodAndPath,
      String summary,
      @Nullable Class<? extends Record> body,
      Class<? extends Record> response,
      String permission,
      Function<Request, Record> handler) {
    int blank = methodAndPath.indexOf(' ');
    String method = methodAndPath.substring(0, blank);
    return new Op(
        name,
        new OperationSpec(
            method,
            methodAndPath.substring(blank + 1),
            summary,
            Optional.ofNullable(body),
            0,
            Optional.of(response),
            permission,
            !method.equals("POST") || permission.endsWith(".read"),
            OperationSpec.Rate.NORMAL),
        request -> Answer.ok(handler.apply(request)));
  }

  @Override
  public Answer handle(Request request) {
    return handler.apply(request);
  }
}
