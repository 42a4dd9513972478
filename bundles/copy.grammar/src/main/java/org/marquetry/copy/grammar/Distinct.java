package org.marquetry.copy.grammar;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.marquetry.copy.api.CopyLanguage;

/// Measures how little texts repeat each other: different pairs of neighbouring words (English) or
/// characters (Chinese) over all texts, as a share of all such pairs.
///
/// Source: Li et al., A diversity-promoting objective function for neural conversation models, 2016
/// (distinct-2).
final class Distinct {
  private final Pattern unit;
  private final Set<String> pairs = new HashSet<>();
  private long all;

  Distinct(CopyLanguage language) {
    unit =
        Pattern.compile(
            language == CopyLanguage.ZH
                ? "\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+"
                : "[\\p{L}\\p{N}]+");
  }

  void add(String text) {
    List<String> units =
        unit.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    for (int i = 1; i < units.size(); i++) {
      pairs.add(units.get(i - 1) + " " + units.get(i));
      all++;
    }
  }

  /// Return the share, in [0, 1]; 0 when there is no pair.
  double value() {
    return all == 0 ? 0 : pairs.size() / (double) all;
  }
}
