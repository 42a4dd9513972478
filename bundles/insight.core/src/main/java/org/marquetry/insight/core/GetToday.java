package org.marquetry.insight.core;

import org.marquetry.insight.api.Today;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /today`.
@Provider("today.get")
@Component
public final class GetToday implements Operation {
  private final Today today;

  @Activate
  public GetToday(@Reference Today today) {
    this.today = today;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/today",
        "What waits, what went wrong, what the suite did by itself",
        AgendaAnswers.Told.class,
        "insight.read");
  }

  @Override
  public Answer handle(Request request) {
    return Answer.ok(AgendaAnswers.Told.of(today.agenda()));
  }
}
