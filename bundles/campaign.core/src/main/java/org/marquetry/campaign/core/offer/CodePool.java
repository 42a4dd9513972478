package org.marquetry.campaign.core.offer;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.Coupon;
import org.marquetry.campaign.api.OfferCodes;
import org.marquetry.campaign.api.Offers;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Session;
import org.marquetry.sql.api.UniqueViolation;

/// Codes that are given to one person each. The row of a code says whether it is free; two who
/// reach for the same one are told apart by the update that only one of them can make.
final class CodePool {
  private static final int TRIES = 100;

  private final Database database;
  private final InstantSource clock;

  CodePool(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A code that was given to somebody.
  record Given(String offer, String code, String campaign, Instant at) {}

  OfferCodes count(String offer) {
    return database.transaction(s ->
        s.one(
                "SELECT count(*) AS total, count(given_at) AS given FROM offer_code WHERE offer = ?",
                r -> new OfferCodes(r.longValue("total"), r.longValue("given")),
                offer)
            .orElseThrow());
  }

  /// When the last one was given; empty when none was.
  Optional<Instant> lastGiven(String offer) {
    return database.transaction(s ->
        s.one(
                "SELECT max(given_at) AS last FROM offer_code WHERE offer = ?",
                r -> r.optInstant("last"),
                offer)
            .orElseThrow());
  }

  OfferCodes.Added add(String offer, List<String> codes) {
    if (codes.size() > Offers.MAX_ADDED) {
      throw new IllegalArgumentException(
          "at most " + Offers.MAX_ADDED + " codes at once, got " + codes.size());
    }
    for (int i = 0; i < codes.size(); i++) {
      if (!Coupon.isCode(codes.get(i))) {
        throw notACode(i + 1, codes.get(i));
      }
    }
    if (count(offer).total() + codes.size() > Offers.MAX_CODES) {
      throw new Rejected(
          new Words(
              "一个优惠最多 " + Offers.MAX_CODES + " 个码",
              "an offer has at most " + Offers.MAX_CODES + " codes"));
    }
    return database.transaction(s -> {
      long added = 0;
      for (String code : new LinkedHashSet<>(codes)) {
        added +=
            s.update(
                "INSERT INTO offer_code (code, offer) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM"
                    + " offer_code WHERE code = ?)",
                code,
                offer,
                code);
      }
      return new OfferCodes.Added(added, codes.size() - added);
    });
  }

  private static Rejected notACode(int line, String code) {
    String shown = code.length() > 40 ? code.substring(0, 40) + "…" : code;
    return new Rejected(
        new Words(
            "第 " + line + " 行不是优惠码（3 到 64 个字符，无空格）：" + shown,
            "line " + line + " is no code (3 to 64 characters, no blank): " + shown));
  }

  long dropFree(String offer) {
    return database.transaction(
        s -> s.update("DELETE FROM offer_code WHERE offer = ? AND given_at IS NULL", offer));
  }

  /// One at a time: all would reach for the same code.
  synchronized Optional<String> give(String offer, CampaignId campaign, CustomerId customer) {
    for (int i = 0; i < TRIES; i++) {
      Taken taken = tryTo(offer, campaign, customer);
      if (taken.over()) {
        return Optional.ofNullable(taken.code());
      }
    }
    throw new IllegalStateException("too many take codes of offer " + offer + "; try again");
  }

  /// @param over false: somebody else was faster
  private record Taken(boolean over, @Nullable String code) {}

  private Taken tryTo(String offer, CampaignId campaign, CustomerId customer) {
    try {
      return database.transaction(s -> {
        Optional<String> had = had(s, offer, campaign, customer);
        if (had.isPresent()) {
          return new Taken(true, had.get());
        }
        Optional<String> free =
            s.one(
                "SELECT code FROM offer_code WHERE offer = ? AND given_at IS NULL ORDER BY number"
                    + " LIMIT 1",
                r -> r.string("code"),
                offer);
        if (free.isEmpty()) {
          return new Taken(true, null);
        }
        int mine =
            s.update(
                "UPDATE offer_code SET campaign = ?, customer = ?, given_at = ? WHERE code = ? AND"
                    + " given_at IS NULL",
                campaign.value(),
                customer.value(),
                clock.instant(),
                free.get());
        return new Taken(mine == 1, free.get());
      });
    } catch (UniqueViolation twice) { // the same person, at the same moment
      return new Taken(false, null);
    }
  }

  private static Optional<String> had(
      Session s, String offer, CampaignId campaign, CustomerId customer) {
    return s.one(
        "SELECT code FROM offer_code WHERE offer = ? AND campaign = ? AND customer = ?",
        r -> r.string("code"),
        offer,
        campaign.value(),
        customer.value());
  }

  void takeBack(String offer, CampaignId campaign, CustomerId customer) {
    database.transaction(s ->
        s.update(
            "UPDATE offer_code SET campaign = NULL, customer = NULL, given_at = NULL WHERE offer ="
                + " ? AND campaign = ? AND customer = ?",
            offer,
            campaign.value(),
            customer.value()));
  }

  List<Given> of(String customer) {
    return database.transaction(s ->
        s.query(
            "SELECT * FROM offer_code WHERE customer = ? ORDER BY given_at, number",
            r ->
                new Given(
                    r.string("offer"),
                    r.string("code"),
                    r.string("campaign"),
                    r.instant("given_at")),
            customer));
  }

  /// Customers who have a code, the next ones by id.
  List<String> customers(String after, int limit) {
    return database.transaction(s ->
        s.query(
            "SELECT DISTINCT customer FROM offer_code WHERE customer > ? ORDER BY customer LIMIT "
                + limit,
            r -> r.string("customer"),
            after));
  }

  /// The codes stay given; nobody knows to whom.
  int forget(Set<String> customers) {
    return database.transaction(s -> {
      int rows = 0;
      for (String customer : customers) {
        rows += s.update("UPDATE offer_code SET customer = NULL WHERE customer = ?", customer);
      }
      return rows;
    });
  }
}
