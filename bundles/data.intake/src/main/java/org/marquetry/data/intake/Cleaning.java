package org.marquetry.data.intake;

import java.io.IOException;
import java.util.List;

/// Types and checks every row of the files that have a role, and leaves what is good in
/// [OutTables].
final class Cleaning {
  private final Staging staging;
  private final Settings settings;
  private final Findings findings;

  Cleaning(Staging staging, Settings settings, Findings findings) {
    this.staging = staging;
    this.settings = settings;
    this.findings = findings;
  }

  void clean(List<FileGuess> guesses, Runnable between) throws IOException, BadFile {
    OutTables out = new OutTables(staging);
    ReturnMatcher.createTable(staging);
    OrderCleaning orders = new OrderCleaning(staging, settings, findings, out);
    EventCleaning events = new EventCleaning(staging, settings, findings);
    ThingCleaning things = new ThingCleaning(staging, settings, findings);
    for (FileGuess g : guesses) {
      between.run();
      switch (g.role()) {
        case ORDERS -> {
          TypedRows lines = orders.clean(g);
          things.named(g, lines.view());
        }
        case REVIEWS, EVENTS, REDEMPTIONS, POSTS, CONVERSATIONS -> {
          TypedRows facts = events.clean(g);
          things.named(g, facts.view());
          facts.drop();
        }
        case PRODUCTS -> things.products(g);
        case CUSTOMERS -> things.customers(g);
        case CAMPAIGNS -> things.campaigns(g);
        case CAMPAIGN_MEMBERS -> things.members(g);
        case OTHER -> {} // not loaded; the report says why
      }
    }
    between.run();
    new ReturnMatcher(staging).match();
    for (FileGuess g : guesses) {
      if (g.role() == Role.ORDERS) {
        Checks.flag(
            staging,
            "out_events",
            "type = 'returned' AND order_id IS NULL AND file = " + g.table().index(),
            Reason.RETURN_UNMATCHED,
            "",
            "coalesce(product_id, customer_id, '')",
            g.table(),
            findings);
      }
    }
  }
}
