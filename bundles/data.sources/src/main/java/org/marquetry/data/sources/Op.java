package org.marquetry.data.sources;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;

/// An operation whose handler is a function.
///
/// @param name provider's name, for example `source.add`
record Op(String name, OperationSpec spec, Function<Request, Answer> handler) implements Operation {
  static Op get(
      String name,
      String path,
      String summary,
      Class<? extends Record> response,
      Function<Request, Record> handler) {
    return new Op(
        name,
        OperationSpec.get(path, summary, response, "data.read"),
        request -> Answer.ok(handler.apply(request)));
  }

  /// An operation that changes something.
  ///
  /// @param methodAndPath for example `PUT /sources/{id}`
  /// @param body what is sent; null: nothing
  /// @param response what is answered; null: nothing, 204
  static Op change(
      String name,
      String methodAndPath,
      String summary,
      @Nullable Class<? extends Record> body,
      @Nullable Class<? extends Record> response,
      boolean idempotent,
      Function<Request, Answer> handler) {
    int blank = methodAndPath.indexOf(' ');
    return new Op(
        name,
        new OperationSpec(
            methodAndPath.substring(0, blank),
            methodAndPath.substring(blank + 1),
            summary,
            Optional.ofNullable(body),
            body == null ? 0 : 1,
            Optional.ofNullable(response),
            "data.configure",
            idempotent,
            OperationSpec.Rate.NORMAL),
        handler);
  }

  @Override
  public Answer handle(Request request) {
    return handler.apply(request);
  }
}
