package org.marquetry.data.web;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.marquetry.access.api.Audit;
import org.marquetry.data.api.PageKeys;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Makes, changes and removes page keys; every change is audited.
@Provider("web")
@Component
public final class WebPageKeys implements PageKeys {
  private static final int KEY_BYTES = 15;
  private static final int MAX_LABEL = 100;
  private static final int MOST_DAYS = 400;

  private final KeyTable table;
  private final Audit audit;
  private final InstantSource clock;
  private final ShopZone zone;
  private final Warehouse warehouse;
  private final SecureRandom random = new SecureRandom();

  @Activate
  public WebPageKeys(
      @Reference KeyTable table,
      @Reference Audit audit,
      @Reference InstantSource clock,
      @Reference ShopZone zone,
      @Reference Warehouse warehouse) {
    this.table = table;
    this.audit = audit;
    this.clock = clock;
    this.zone = zone;
    this.warehouse = warehouse;
  }

  @Override
  public List<PageKey> keys() {
    return table.all().stream()
        .sorted(Comparator.comparing(PageKey::label).thenComparing(PageKey::id))
        .toList();
  }

  @Override
  public PageKey make(String label, Set<String> origins, boolean countsOrders) {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    String id = "pk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    PageKey key =
        table.add(
            new PageKey(
                id,
                checkedLabel(label),
                Origins.checked(origins),
                countsOrders,
                clock.instant(),
                Optional.empty()));
    note("page.makeKey", key);
    return key;
  }

  @Override
  public PageKey change(String id, String label, Set<String> origins, boolean countsOrders) {
    String words = checkedLabel(label);
    Set<String> from = Origins.checked(origins);
    PageKey key =
        table.change(
            id,
            true,
            k -> new PageKey(id, words, from, countsOrders, k.madeAt(), Optional.empty()));
    note("page.changeKey", key);
    return key;
  }

  @Override
  public void remove(String id) {
    note("page.removeKey", table.change(id, true, k -> removed(k, Optional.of(clock.instant()))));
  }

  @Override
  public PageKey restore(String id) {
    PageKey key = table.change(id, false, k -> removed(k, Optional.empty()));
    note("page.restoreKey", key);
    return key;
  }

  private static PageKey removed(PageKey k, Optional<Instant> at) {
    return new PageKey(k.id(), k.label(), k.origins(), k.countsOrders(), k.madeAt(), at);
  }

  private static String checkedLabel(String label) {
    String stripped = label.strip();
    if (stripped.isEmpty() || stripped.length() > MAX_LABEL) {
      throw new Rejected(
          new Words(
              "名称需要 1 到 " + MAX_LABEL + " 个字符",
              "the label must have 1 to " + MAX_LABEL + " characters"));
    }
    return stripped;
  }

  private void note(String action, PageKey key) {
    String origins = String.join(" ", key.origins());
    audit.note(
        new Audit.Act(
            action,
            "pageKey/" + key.id(),
            Map.of(
                "origins",
                origins.length() > 1_500 ? origins.substring(0, 1_500) : origins,
                "countsOrders",
                Boolean.toString(key.countsOrders()))));
  }

  @Override
  public String snippet(String id, String address) {
    if (table.active(id).isEmpty()) {
      throw new IllegalArgumentException("there is no page key " + id);
    }
    return Snippet.of(
        id,
        Origins.of(address)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "the suite's address must be like https://suite.example.com, got " + address)));
  }

  @Override
  public List<WebDay> days(LocalDate from, LocalDate to) {
    if (to.isBefore(from) || to.toEpochDay() - from.toEpochDay() >= MOST_DAYS) {
      throw new IllegalArgumentException(
          "ask for 1 to " + MOST_DAYS + " days, got " + from + " to " + to);
    }
    return Actor.SYSTEM.call(() -> new BotDays(warehouse, zone).between(from, to));
  }
}
