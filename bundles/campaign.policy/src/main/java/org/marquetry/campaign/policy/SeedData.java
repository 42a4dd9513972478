package org.marquetry.campaign.policy;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.privacy.spi.Erasure;
import org.marquetry.privacy.spi.PersonalData;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.api.Databases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Answers for the addresses of the seed list.
@Provider("seeds")
@Component
public final class SeedData implements PersonalData {
  private static final String STORE = "seed list";

  private final SeedTable table;
  private final Databases databases;

  @Activate
  public SeedData(@Reference RuleTable rules, @Reference Databases databases) {
    this.table = rules.seeds();
    this.databases = databases;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        STORE,
        List.of("data/sql"),
        List.of("seed.address"),
        "Which people of the shop get test messages.",
        "Until somebody takes the address from the list; an erasure takes it from there.");
  }

  @Override
  public List<StoredRecord> export(PersonIds person) {
    return table.addresses().stream()
        .filter(a -> person.of(Kind.EMAIL).stream().anyMatch(a::equalsIgnoreCase))
        .map(a -> new StoredRecord(STORE, "address", Map.of("address", a)))
        .toList();
  }

  @Override
  public void everybody(Consumer<PersonIds> pages) {
    List<String> all = table.addresses();
    if (!all.isEmpty()) {
      pages.accept(PersonIds.NONE.and(Kind.EMAIL, all));
    }
  }

  @Override
  public long erase(Erasure erasure, Progress progress) {
    progress.step(new Words("测试名单", "seed list"));
    return table.forget(erasure.person().of(Kind.EMAIL));
  }

  @Override
  public void compact(Progress progress) {
    Actor.SYSTEM.run(databases::compact);
  }
}
