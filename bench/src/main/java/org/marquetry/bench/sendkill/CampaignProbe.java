package org.marquetry.bench.sendkill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignCheck;
import org.marquetry.campaign.api.CampaignPerson;
import org.marquetry.campaign.api.CampaignProgress;
import org.marquetry.campaign.api.Campaigns;
import org.marquetry.campaign.api.ContactLedger;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailDesigns;
import org.marquetry.copy.api.MailOpening;
import org.marquetry.copy.api.MailText;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Inside the suite: makes a shop of so many people and launches a campaign to all of them, once;
/// then says how it stands. Answers with names of numbers and lists of people.
@Component(service = Function.class, immediate = true)
public final class CampaignProbe implements Function<Integer, Map<String, Object>> {
  private static final int PAGE = 5_000;
  private static final int HOUR = 10; // at which mails go out where nothing else is known
  private static final int SECONDS_BEFORE = 15;
  private static final int DAY = 86_400; // seconds
  private static final ZoneId SOMEWHERE = ZoneId.of("UTC");

  private final ShopSettings settings;
  private final Journal journal;
  private final Warehouse warehouse;
  private final MailDesigns mails;
  private final Campaigns campaigns;
  private final ContactLedger ledger;
  private final InstantSource clock;

  @Activate
  public CampaignProbe(
      @Reference ShopSettings settings,
      @Reference Journal journal,
      @Reference Warehouse warehouse,
      @Reference MailDesigns mails,
      @Reference Campaigns campaigns,
      @Reference ContactLedger ledger,
      @Reference InstantSource clock) {
    this.settings = settings;
    this.journal = journal;
    this.warehouse = warehouse;
    this.mails = mails;
    this.campaigns = campaigns;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public Map<String, Object> apply(Integer people) {
    return Actor.SYSTEM.call(() -> {
      if (campaigns.list().isEmpty()) {
        begin(people);
      }
      SavedCampaign saved = campaigns.list().getFirst();
      CampaignProgress now = campaigns.progress(saved.id()).orElseGet(() -> launch(saved, people));
      return Map.of(
          "state", now.state().name(),
          "sent", now.sent(),
          "waiting", now.waiting(),
          "unknown", ledger.counts(new CampaignId(saved.id())).unknown(),
          "held", now.held().values().stream().mapToInt(Integer::intValue).sum(),
          "planned", people(saved),
          "unknownPeople",
              campaigns.unknown(saved.id(), Optional.empty(), Campaigns.MAX_PAGE).stream()
                  .map(CustomerId::value)
                  .toList());
    });
  }

  private void begin(int people) {
    Instant now = clock.instant();
    settings.change(new ShopSettings.Settings("Bench", Currency.getInstance("EUR"), SOMEWHERE));
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      CustomerId customer = new CustomerId("p%06d".formatted(i));
      Instant at = now.minus(Duration.ofDays(100));
      events.add(
          Event.builder("c" + i, EventTypes.CUSTOMER_CHANGED, at)
              .customer(customer)
              .property("email", customer.value() + "@shop.example")
              .property("name", "Person " + i)
              .build());
      events.add(Event.builder("g" + i, EventTypes.CONSENTED, at).customer(customer).build());
      if (events.size() >= PAGE) {
        journal.append(events);
        events.clear();
      }
    }
    journal.append(events);
    MailText words = new MailText(Map.of("en", "Spring is here, {{customer.name|friend}}"));
    String mail =
        mails
            .create(
                new MailDesign(
                    "Spring",
                    List.of("en"),
                    List.of(new MailOpening(words, words)),
                    List.of(
                        new MailBlock.Text(words),
                        new MailBlock.Footer(
                            new MailText(Map.of("en", "The shop")),
                            new MailText(Map.of("en", "Unsubscribe"))))))
            .id();
    campaigns.create(
        Campaign.builder("Spring", Goal.WIN_BACK).mail(mail).holdoutShare(0.05).build());
  }

  private CampaignProgress launch(SavedCampaign saved, int people) {
    while (known() < people) {
      java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
    }
    settings.change(new ShopSettings.Settings("Bench", Currency.getInstance("EUR"), nearly()));
    campaigns.answer(saved.id(), saved.version(), true, "");
    CampaignCheck check = campaigns.check(saved.id());
    return campaigns.launch(saved.id(), saved.version(), check.recipients());
  }

  /// Where the hour of mails comes in some seconds.
  private ZoneId nearly() {
    int second = (int) (clock.instant().getEpochSecond() % DAY);
    int offset = HOUR * 3600 - SECONDS_BEFORE - second;
    return ZoneOffset.ofTotalSeconds(Math.floorMod(offset + DAY / 2, DAY) - DAY / 2);
  }

  private long known() {
    return warehouse
        .query("SELECT count(email) AS n FROM v1.customers", List.of(), row -> row.longValue("n"))
        .getFirst();
  }

  /// Whom the launch chose; empty while it chooses.
  private List<String> people(SavedCampaign saved) {
    List<String> all = new ArrayList<>();
    Optional<CustomerId> after = Optional.empty();
    List<CampaignPerson> page;
    do {
      page = campaigns.people(saved.id(), Disposition.PLANNED, after, Campaigns.MAX_PAGE);
      page.forEach(p -> all.add(p.customer().value()));
      after = page.isEmpty() ? after : Optional.of(page.getLast().customer());
    } while (page.size() == Campaigns.MAX_PAGE);
    return all;
  }
}
