package org.marquetry.lib.operation;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;

/// Makes the operations of one subject.
///
/// @param read permission that reading needs
/// @param write permission that changing needs
public record Ops(String read, String write) {
  /// An operation that reads.
  ///
  /// @param name provider's name, for example `users.list`
  public Op get(
      String name,
      String path,
      String summary,
      Class<? extends Record> response,
      Function<Request, Record> handler) {
    return new Op(
        name,
        OperationSpec.get(path, summary, response, read),
        request -> Answer.ok(handler.apply(request)));
  }

  /// An operation that changes something.
  ///
  /// @param methodAndPath for example `PUT /users/{id}/roles`
  /// @param body what is sent; null: nothing
  /// @param response what is answered; null: nothing, 204
  /// @param idempotent whether the same request again changes nothing more
  public Op change(
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
            0,
            Optional.ofNullable(response),
            write,
            idempotent,
            OperationSpec.Rate.NORMAL),
        handler);
  }

  /// The thing that the address of a request names by its `id`.
  ///
  /// @param noun what one is called, for example `offer`
  /// @param list where they are listed, for example `/offers`
  /// @throws ProblemException 404 when there is none
  public static <T> T known(
      Request request, Function<String, Optional<T>> find, String noun, String list) {
    return find.apply(request.path("id"))
        .orElseThrow(() ->
            new ProblemException(
                new Problem(
                    404,
                    "There is no such " + noun,
                    "No " + noun + " has the id of this address.",
                    "List them with GET " + list + ".")));
  }

  /// The version that a change began with.
  ///
  /// @throws IllegalArgumentException if it is not given
  public static int version(OptionalInt given) {
    return given.orElseThrow(
        () -> new IllegalArgumentException("version must be given: the one that was changed"));
  }
}
