package org.marquetry.lib.operation;

import java.util.function.Function;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;

/// An operation whose handler is a function.
///
/// @param name provider's name, for example `users.add`
public record Op(String name, OperationSpec spec, Function<Request, Answer> handler)
    implements Operation {
  @Override
  public Answer handle(Request request) {
    return handler.apply(request);
  }
}
