package org.marquetry.recommend.core;

import java.util.List;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.journal.JournalEntry;
import org.marquetry.platform.api.journal.JournalListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Follows the journal for [Recent].
@Provider("recommend.recent")
@Component
public final class RecentEvents implements JournalListener {
  private final Recent recent;

  @Activate
  public RecentEvents(@Reference Recent recent) {
    this.recent = recent;
  }

  @Override
  public String name() {
    return "recommend.recent";
  }

  @Override
  public void accept(int partition, List<JournalEntry> entries) {
    recent.take(partition, entries);
  }
}
