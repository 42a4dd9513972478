package org.marquetry.ui.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.campaign.api.Offer;

/// What is different between two versions of an offer, in words.
final class OfferDifference {
  private OfferDifference() {}

  static String of(Offer before, Offer after, OfferWords words) {
    List<String> changes = new ArrayList<>();
    add(changes, before.name(), after.name());
    add(changes, words.benefit(before.benefit()), words.benefit(after.benefit()));
    add(
        changes,
        words.coupon(before.coupon(), Optional.empty()),
        words.coupon(after.coupon(), Optional.empty()));
    List<String> was = words.terms(before);
    List<String> is = words.terms(after);
    String gone = String.join(", ", was.stream().filter(t -> !is.contains(t)).toList());
    String came = String.join(", ", is.stream().filter(t -> !was.contains(t)).toList());
    add(changes, gone, came);
    return String.join("; ", changes);
  }

  private static void add(List<String> changes, String before, String after) {
    if (!before.equals(after)) {
      changes.add((before + " → " + after).strip());
    }
  }
}
