package org.marquetry.bench.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.lib.json.Json;
import org.marquetry.sandbox.core.SandboxPast;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;

/// Distributions of the synthetic shop beside those of real ones, with distances.
public final class SandboxBench {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final int PAST_DAYS = 540;
  private static final int COHORT_DAYS = 84; // as CDNOW's: who came first in the first 12 weeks
  private static final int FOLLOWED_DAYS = 540;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Purchases purchases = new Purchases();
  private final Map<String, Integer> sold = new HashMap<>();
  private final List<Double> prices = new ArrayList<>();
  private final Map<String, List<Integer>> reviews = new HashMap<>();
  private final Map<String, Object> out = new LinkedHashMap<>();
  private long events;

  private SandboxBench() {}

  public static void main(String[] arguments) throws IOException {
    List<String> all = List.of(arguments);
    int size = all.indexOf("--size");
    if (size >= 0) {
      if (size + 1 == all.size() || !all.get(size + 1).equals("large")) {
        System.err.println("bench/sandbox: the only size is large");
        System.exit(2);
      }
      System.exit(LargeShop.tell(all.contains("--quick") ? 100_000 : 1_000_000) ? 0 : 1);
    }
    int at = all.indexOf("--data");
    Path data = Path.of(at >= 0 && at + 1 < all.size() ? all.get(at + 1) : "data");
    int customers = all.contains("--quick") ? 4_000 : 20_000;
    new SandboxBench().run(customers, new RealShops(data));
  }

  private void run(int customers, RealShops real) throws IOException {
    long begin = System.nanoTime();
    SandboxPast.of(1, customers, 2_000, TODAY, ZONE, "CNY").tell(this::count);
    out.put("bench", "sandbox");
    out.put("customers", customers);
    out.put("events", events);
    out.put("secondsToMake", Sample.round((System.nanoTime() - begin) / 1e9));
    Purchases cohort = purchases.cohort(TODAY.minusDays(PAST_DAYS), COHORT_DAYS, FOLLOWED_DAYS);
    Optional<Purchases> cdnow = real.cdnow();
    Optional<Purchases> retail = real.retail();
    Optional<RealShops.Grocery> grocery = real.grocery();
    beside("ordersPerCustomer", cohort.perCustomer(), "cdnow", cdnow.map(Purchases::perCustomer));
    beside("gapDays", cohort.gaps(), "cdnow", cdnow.map(Purchases::gaps));
    beside("gapDaysAll", purchases.gaps(), "retail-response", retail.map(Purchases::gaps));
    beside("unitsPerOrder", cohort.units(), "cdnow", cdnow.map(Purchases::units));
    beside("orderValueShape", cohort.values().shape(), "cdnow", shape(cdnow));
    beside("orderValueShapeAll", purchases.values().shape(), "retail-response", shape(retail));
    beside(
        "linesPerProduct",
        Sample.of(sold.values()).shape(),
        "completejourney",
        grocery.map(g -> Sample.of(g.sold().values()).shape()));
    beside(
        "unitPriceShape",
        Sample.of(prices).shape(),
        "completejourney",
        grocery.map(g -> Sample.of(g.prices()).shape()));
    beside(
        "reviewCharactersZh",
        review("zh-CN"),
        "zh-hotel",
        real.reviews("zh-hotel/ChnSentiCorp_htl_all.csv.gz", "review"));
    beside(
        "reviewCharactersZhShort",
        review("zh-CN"),
        "zh-waimai",
        real.reviews("zh-waimai/waimai_10k.csv", "review"));
    beside(
        "reviewCharactersEn",
        review("en"),
        "en-fine-foods",
        real.reviews("en-fine-foods/training_data.csv.gz", "review"));
    out.put("repeatRate", shares(cohort.repeatRate(), "cdnow", cdnow.map(Purchases::repeatRate)));
    out.put(
        "topFifthOfProducts",
        shares(
            Sample.of(sold.values()).topFifth(),
            "completejourney",
            grocery.map(g -> Sample.of(g.sold().values()).topFifth())));
    System.out.print(Json.write(out));
  }

  private static Optional<Sample> shape(Optional<Purchases> real) {
    return real.map(p -> p.values().shape());
  }

  private Sample review(String language) {
    return Sample.of(reviews.getOrDefault(language, List.of(0)));
  }

  private void beside(String name, Sample ours, String shop, Optional<Sample> real) {
    Map<String, Object> both = new LinkedHashMap<>();
    both.put("sandbox", ours.figures());
    if (real.isPresent()) {
      both.put(shop, real.get().figures());
      both.put("largestGap", Sample.round(ours.largestGap(real.get())));
      both.put("moved", Sample.round(ours.moved(real.get())));
    }
    out.put(name, both);
  }

  private static Map<String, Object> shares(double ours, String shop, Optional<Double> real) {
    Map<String, Object> both = new LinkedHashMap<>();
    both.put("sandbox", Sample.round(ours));
    real.ifPresent(share -> both.put(shop, Sample.round(share)));
    return both;
  }

  private void count(Event event) {
    events++;
    if (event.type().equals(EventTypes.ORDERED)) {
      double value = event.money().map(Money::minor).orElse(0L) / 100.0;
      double units = event.quantity().orElse(1);
      purchases.add(
          event.customer().orElseThrow().value(),
          LocalDate.ofInstant(event.occurredAt(), ZONE),
          value,
          units);
      sold.merge(event.product().orElseThrow().value(), 1, Integer::sum);
      prices.add(value / units);
    } else if (event.type().equals(EventTypes.REVIEWED)) {
      reviews
          .computeIfAbsent(event.properties().getOrDefault("language", ""), _ -> new ArrayList<>())
          .add(event.properties().getOrDefault("text", "").length());
    }
  }
}
