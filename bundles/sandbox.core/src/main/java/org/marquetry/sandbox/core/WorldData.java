package org.marquetry.sandbox.core;

import java.util.List;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.privacy.spi.Erasure;
import org.marquetry.privacy.spi.PersonalData;
import org.osgi.service.component.annotations.Component;

/// Declares what a home keeps of its world ([Kept]): nothing about anybody, for the people of the
/// world are made up and come from the seed.
@Provider("sandbox")
@Component
public final class WorldData implements PersonalData {
  @Override
  public Declaration declaration() {
    return new Declaration(
        "sandbox",
        List.of("data/sandbox"),
        List.of(),
        "What the made-up shop is made from (seed, sizes, first day), and how far it was told.",
        "As long as the sample shop; nobody stands in it, so an erasure leaves it as it is.");
  }

  @Override
  public List<StoredRecord> export(PersonIds person) {
    return List.of();
  }

  @Override
  public long erase(Erasure erasure, Progress progress) {
    return 0;
  }
}
