package org.marquetry.launcher.test;

import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.Request;

/// An operation of a bundle that is broken.
public final class FailingOperation implements Operation {
  @Override
  public OperationSpec spec() {
    return OperationSpec.get("/ext/failing", "Fail", Problem.class, "system.read");
  }

  @Override
  public Answer handle(Request request) {
    throw new IllegalStateException("broken");
  }
}
