package org.marquetry.campaign.core.offer;

import java.util.ArrayList;
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

/// Answers for who got which code.
@Provider("offers")
@Component
public final class OfferData implements PersonalData {
  private static final String STORE = "offers";
  private static final int PAGE = 10_000;

  private final CodePool codes;
  private final Databases databases;

  @Activate
  public OfferData(@Reference OfferStore store, @Reference Databases databases) {
    codes = store.codes();
    this.databases = databases;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        STORE,
        List.of("data/sql"),
        List.of("offer_code.customer", "offer_code.code", "offer_code.given_at"),
        "Which code of an offer a customer was given, so that nobody else gets it.",
        "As long as the offer; after an erasure the code stays given, to nobody.");
  }

  @Override
  public List<StoredRecord> export(PersonIds person) {
    List<StoredRecord> records = new ArrayList<>();
    for (String customer : person.of(Kind.CUSTOMER)) {
      for (CodePool.Given given : codes.of(customer)) {
        records.add(
            new StoredRecord(
                STORE,
                "code",
                Map.of(
                    "offer", given.offer(),
                    "code", given.code(),
                    "campaign", given.campaign(),
                    "given_at", given.at().toString())));
      }
    }
    return records;
  }

  @Override
  public void everybody(Consumer<PersonIds> pages) {
    List<String> page = codes.customers("", PAGE);
    while (!page.isEmpty()) {
      pages.accept(PersonIds.NONE.and(Kind.CUSTOMER, page));
      page = codes.customers(page.getLast(), PAGE);
    }
  }

  @Override
  public long erase(Erasure erasure, Progress progress) {
    progress.step(new Words("优惠码", "codes of offers"));
    return codes.forget(erasure.person().of(Kind.CUSTOMER));
  }

  @Override
  public void compact(Progress progress) {
    Actor.SYSTEM.run(databases::compact);
  }
}
