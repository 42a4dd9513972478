package org.marquetry.insight.core;

import java.util.List;
import org.marquetry.insight.api.Today;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Request;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// The agenda at the door for programs.
@Component(
    service = {},
    immediate = true)
public final class TodayOperations {
  private static final Ops OPS = new Ops("insight.read", "insight.read");

  private final Today today;
  private final Served served;

  @Activate
  public TodayOperations(BundleContext context, @Reference Today today) {
    this.today = today;
    served = Served.by(context, "today", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  private List<Op> all() {
    return List.of(
        OPS.get(
            "get",
            "/today",
            "What waits, what went wrong, what the suite did by itself",
            AgendaAnswers.Told.class,
            _ -> told()),
        OPS.change(
            "later",
            "POST /today/later",
            "Put one thing of today off, for the caller only",
            AgendaAnswers.Later.class,
            AgendaAnswers.Told.class,
            true,
            this::later));
  }

  private Answer later(Request request) {
    AgendaAnswers.Later later = request.body(AgendaAnswers.Later.class);
    today.later(later.key(), later.until());
    return Answer.ok(told());
  }

  private AgendaAnswers.Told told() {
    return AgendaAnswers.Told.of(today.agenda());
  }
}
