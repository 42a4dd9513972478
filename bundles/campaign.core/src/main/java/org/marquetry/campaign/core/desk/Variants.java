package org.marquetry.campaign.core.desk;

import java.util.List;
import java.util.stream.IntStream;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.experiment.api.Design;

/// The variants of a mail, one for each of its subjects: `message` alone, else `A`, `B`, ... in
/// their order, with equal shares.
record Variants(List<String> names) {
  static Variants of(MailDesign design) {
    int openings = design.openings().size();
    return new Variants(
        openings == 1
            ? List.of("message")
            : IntStream.range(0, openings)
                .mapToObj(i -> String.valueOf((char) ('A' + i)))
                .toList());
  }

  List<Design.Share> shares() {
    return names.stream().map(v -> new Design.Share(v, 1.0 / names.size())).toList();
  }

  /// The number of a variant's subject, from 0.
  int opening(String variant) {
    return names.indexOf(variant);
  }
}
