package org.marquetry.platform.http;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;

/// `GET /operations`.
record ListOperations(Operations operations) implements Operation {
  record Item(String method, String path, String summary, String permission, boolean idempotent) {}

  record OperationList(List<Item> operations) {}

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/operations", "List the operations", OperationList.class, Requires.ANY_ACTOR);
  }

  @Override
  public Answer handle(Request request) {
    return Answer.ok(
        new OperationList(
            operations.specs().stream()
                .map(s ->
                    new Item(s.method(), s.path(), s.summary(), s.permission(), s.idempotent()))
                .toList()));
  }
}
