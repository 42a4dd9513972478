package org.marquetry.campaign.core.desk;

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

/// Answers for who was chosen for which campaign.
@Provider("campaigns")
@Component
public final class CampaignData implements PersonalData {
  private static final String STORE = "campaigns";
  private static final int PAGE = 10_000;

  private final LaunchTable launches;
  private final Databases databases;

  @Activate
  public CampaignData(@Reference CampaignStore store, @Reference Databases databases) {
    launches = store.launches();
    this.databases = databases;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        STORE,
        List.of("data/sql"),
        List.of(
            "campaign_person.customer",
            "campaign_person.variant",
            "campaign_person.send_at",
            "campaign_person.state",
            "campaign_person.code"),
        "Who gets a campaign's message or is held out, so that each gets it once and its effect can be"
            + " told.",
        "As long as the campaign; after an erasure the row stays and names nobody, so that totals do"
            + " not change.");
  }

  @Override
  public List<StoredRecord> export(PersonIds person) {
    List<StoredRecord> records = new ArrayList<>();
    for (String customer : person.of(Kind.CUSTOMER)) {
      launches
          .of(customer)
          .forEach((campaign, row) ->
              records.add(
                  new StoredRecord(
                      STORE,
                      "person",
                      Map.of(
                          "campaign", campaign,
                          "variant", row.variant().orElse("holdout"),
                          "send_at", row.at().toString(),
                          "state", row.state().name(),
                          "code", row.code()))));
    }
    return records;
  }

  @Override
  public void everybody(Consumer<PersonIds> pages) {
    List<String> page = launches.customers("", PAGE);
    while (!page.isEmpty()) {
      pages.accept(PersonIds.NONE.and(Kind.CUSTOMER, page));
      page = launches.customers(page.getLast(), PAGE);
    }
  }

  @Override
  public long erase(Erasure erasure, Progress progress) {
    progress.step(new Words("活动的收件人", "people of campaigns"));
    return launches.forget(erasure.person().of(Kind.CUSTOMER), erasure.pseudonym());
  }

  @Override
  public void compact(Progress progress) {
    Actor.SYSTEM.run(databases::compact);
  }
}
