package org.marquetry.lib.doubles;

import java.util.List;
import java.util.function.Consumer;
import org.marquetry.access.api.Audit;

/// An audit that only passes on what is noted.
public record AuditTo(Consumer<Audit.Act> acts) implements Audit {
  @Override
  public void note(Act act) {
    acts.accept(act);
  }

  @Override
  public List<Entry> list(Query query) {
    return List.of();
  }
}
