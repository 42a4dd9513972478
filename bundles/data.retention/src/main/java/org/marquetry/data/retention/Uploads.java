package org.marquetry.data.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Imports;
import org.marquetry.platform.api.gate.Actor;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/// Files of imports that are still there; none while no importer runs.
@Component(service = Uploads.class)
public final class Uploads {
  private static final int PAGE = 200;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Imports imports;

  /// Those over before a moment.
  List<ImportStatus> before(Instant moment) {
    Imports now = imports;
    if (now == null) {
      return List.of();
    }
    List<ImportStatus> all = new ArrayList<>();
    List<ImportStatus> page = list(now, 0);
    for (int offset = PAGE; !page.isEmpty(); offset += PAGE) {
      page.stream()
          .filter(i -> i.sourceKept() && !i.state().isRunning())
          .filter(i -> i.endedAt().orElse(i.at()).isBefore(moment))
          .forEach(all::add);
      page = list(now, offset);
    }
    return all;
  }

  private static List<ImportStatus> list(Imports imports, int offset) {
    return Actor.SYSTEM.call(() -> imports.list(offset, PAGE));
  }

  void discard(ImportStatus gone) {
    Imports now = imports;
    if (now != null) {
      Actor.SYSTEM.run(() -> now.discard(gone.id()));
    }
  }
}
