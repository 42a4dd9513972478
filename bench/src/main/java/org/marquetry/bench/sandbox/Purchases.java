package org.marquetry.bench.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Purchases of customers: one for a customer and a day.
final class Purchases {
  /// @param value in any money, at least 0
  /// @param units number of pieces, at least 0
  record Purchase(LocalDate day, double value, double units) {
    Purchase plus(Purchase other) {
      return new Purchase(day, value + other.value, units + other.units);
    }
  }

  private final Map<String, Map<LocalDate, Purchase>> byCustomer = new HashMap<>();

  void add(String customer, LocalDate day, double value, double units) {
    byCustomer
        .computeIfAbsent(customer, _ -> new HashMap<>())
        .merge(day, new Purchase(day, value, units), Purchase::plus);
  }

  /// Only those who came first before a day, and what they did within some days of the beginning.
  Purchases cohort(LocalDate begin, int firstDays, int days) {
    Purchases some = new Purchases();
    byCustomer.forEach((customer, all) -> {
      LocalDate first = all.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
      if (first.isBefore(begin.plusDays(firstDays))) {
        all.values().stream()
            .filter(p -> p.day().isBefore(begin.plusDays(days)))
            .forEach(p -> some.add(customer, p.day(), p.value(), p.units()));
      }
    });
    return some;
  }

  Sample perCustomer() {
    return Sample.of(byCustomer.values().stream().map(Map::size).toList());
  }

  Sample gaps() {
    List<Long> gaps = new ArrayList<>();
    for (Map<LocalDate, Purchase> all : byCustomer.values()) {
      List<LocalDate> days = all.keySet().stream().sorted().toList();
      for (int i = 1; i < days.size(); i++) {
        gaps.add(days.get(i).toEpochDay() - days.get(i - 1).toEpochDay());
      }
    }
    return Sample.of(gaps);
  }

  private List<Purchase> all() {
    return byCustomer.values().stream().flatMap(m -> m.values().stream()).toList();
  }

  Sample units() {
    return Sample.of(all().stream().map(Purchase::units).filter(u -> u > 0).toList());
  }

  Sample values() {
    return Sample.of(all().stream().map(Purchase::value).filter(v -> v > 0).toList());
  }

  double repeatRate() {
    return (double) byCustomer.values().stream().filter(m -> m.size() > 1).count()
        / byCustomer.size();
  }
}
