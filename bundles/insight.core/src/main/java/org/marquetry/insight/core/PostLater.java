package org.marquetry.insight.core;

import java.util.Optional;
import org.marquetry.insight.api.Today;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `POST /today/later`.
@Provider("today.later")
@Component
public final class PostLater implements Operation {
  private final Today today;

  @Activate
  public PostLater(@Reference Today today) {
    this.today = today;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/today/later",
        "Put one thing of today off, for the caller only",
        Optional.of(AgendaAnswers.Later.class),
        1,
        Optional.of(AgendaAnswers.Told.class),
        "insight.read",
        true,
        OperationSpec.Rate.LIGHT);
  }

  @Override
  public Answer handle(Request request) {
    AgendaAnswers.Later later = request.body(AgendaAnswers.Later.class);
    today.later(later.key(), later.until());
    return Answer.ok(AgendaAnswers.Told.of(today.agenda()));
  }
}
