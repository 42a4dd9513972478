package org.marquetry.access.core;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.marquetry.access.api.Audit;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;

/// The audit and the shop's settings at the door.
record AuditOperations(Audit audit, ShopSettings settings) {
  private static final Ops AUDIT = new Ops("audit.read", "audit.write");
  private static final Ops SETTINGS = new Ops("settings.read", "settings.write");

  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  /// @param actorKind for example `user`
  record AuditEntry(
      long number,
      Instant at,
      String actorKind,
      String actor,
      String action,
      String object,
      Map<String, String> details) {
    static AuditEntry of(Audit.Entry e) {
      return new AuditEntry(
          e.number(),
          e.at(),
          e.kind().name().toLowerCase(Locale.ROOT),
          e.actor(),
          e.act().action(),
          e.act().object(),
          e.act().details());
    }
  }

  /// @param brokenAt number of the first entry that is not as it was noted; 0: entries are missing
  ///   at the end; absent: all are as they were
  record AuditVerification(long entries, String head, Optional<Long> brokenAt) {
    static AuditVerification of(Audit.Verified v) {
      return new AuditVerification(v.entries(), v.head(), v.brokenAt());
    }
  }

  record AuditList(List<AuditEntry> entries) {}

  /// @param currency ISO 4217, for example `EUR`
  /// @param zone IANA name, for example `Europe/Berlin`
  record Shop(String name, String currency, String zone) {
    static Shop of(ShopSettings.Settings s) {
      return new Shop(s.name(), s.currency().getCurrencyCode(), s.zone().getId());
    }
  }

  List<Op> all() {
    return List.of(
        AUDIT.get(
            "audit.list",
            "/audit",
            "List who changed what, newest first; ?object=user/ID, ?before=NUMBER, ?limit=1..1000",
            AuditList.class,
            this::list),
        AUDIT.get(
            "audit.verify",
            "/audit/verification",
            "Check that every entry of the audit is as it was noted",
            AuditVerification.class,
            _ -> AuditVerification.of(audit.verify())),
        SETTINGS.get(
            "settings.shop", "/settings/shop", "Read the shop's settings", Shop.class, r -> shop()),
        SETTINGS.change(
            "settings.changeShop",
            "PUT /settings/shop",
            "Change the shop's settings",
            Shop.class,
            Shop.class,
            true,
            this::change));
  }

  private AuditList list(Request request) {
    long before = number(request, "before", Long.MAX_VALUE, n -> n > 0, "a number above 0");
    long limit = number(request, "limit", USUAL, n -> n > 0 && n <= MOST, "1 to " + MOST);
    Audit.Query query = new Audit.Query(request.query("object"), before, (int) limit);
    return new AuditList(audit.list(query).stream().map(AuditEntry::of).toList());
  }

  private static long number(
      Request request, String name, long usual, LongPredicate good, String rule) {
    Optional<String> sent = request.query(name);
    try {
      long number = sent.map(Long::parseLong).orElse(usual);
      if (good.test(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "the parameter " + name + " must be " + rule + ", got " + sent.orElse(""));
  }

  private Shop shop() {
    return settings
        .settings()
        .map(Shop::of)
        .orElseThrow(() ->
            new ProblemException(
                new Problem(
                    404,
                    "Not set up",
                    "This home has no settings yet.",
                    "Set the suite up in the web interface.")));
  }

  private Answer change(Request request) {
    Shop sent = request.body(Shop.class);
    settings.change(
        new ShopSettings.Settings(
            sent.name().strip(), currency(sent.currency()), zone(sent.zone())));
    return Answer.ok(shop());
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "currency must be an ISO 4217 code such as EUR, got " + code, e);
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(
          "zone must be an IANA name such as Europe/Berlin, got " + name, e);
    }
  }
}
