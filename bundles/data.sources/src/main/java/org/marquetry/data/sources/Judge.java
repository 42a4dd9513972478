package org.marquetry.data.sources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.marquetry.data.api.Sources.Alert;
import org.marquetry.data.api.Sources.Outcome;
import org.marquetry.data.api.Sources.Run;
import org.marquetry.data.api.Sources.Source;
import org.marquetry.data.api.Sources.Trouble;
import org.marquetry.shop.api.Words;

/// Says what is odd about a feed.
final class Judge {
  private static final int USUAL = 5; // runs

  private Judge() {}

  /// Whether a file brings less than half of the median rows of the last five.
  ///
  /// @param before newest first
  static boolean halves(long rows, List<Run> before) {
    List<Long> usual =
        before.stream()
            .filter(r -> r.outcome() == Outcome.LOADED)
            .limit(USUAL)
            .map(Run::rows)
            .sorted()
            .toList();
    return !usual.isEmpty() && rows * 2 < usual.get(usual.size() / 2);
  }

  /// What differs, in words; empty when the columns are the same in any order.
  static Optional<Words> difference(Collection<String> known, Collection<String> now) {
    List<String> gone = new ArrayList<>(known);
    gone.removeAll(now);
    List<String> come = new ArrayList<>(now);
    come.removeAll(known);
    if (gone.isEmpty() && come.isEmpty()) {
      return Optional.empty();
    }
    String zh = part("缺少：", gone, "、") + (gone.isEmpty() || come.isEmpty() ? "" : "；");
    String en = part("missing: ", gone, ", ") + (gone.isEmpty() || come.isEmpty() ? "" : "; new: ");
    return Optional.of(
        new Words(
            zh + part("新增：", come, "、"),
            gone.isEmpty() ? part("new: ", come, ", ") : en + part("", come, ", ")));
  }

  private static String part(String word, List<String> columns, String between) {
    return columns.isEmpty() ? "" : word + String.join(between, columns);
  }

  /// The alert of a source whose files wait, or whose last run has a trouble.
  ///
  /// @param runs newest first
  /// @param held the runs whose files wait, the oldest first
  static Optional<Alert> alert(Source source, List<Run> runs, List<Run> held) {
    if (source.removedAt().isPresent()) {
      return Optional.empty();
    }
    if (!held.isEmpty()) {
      return held.getLast()
          .words()
          .map(w -> alert(source, Trouble.OTHER_COLUMNS, held.getFirst(), waiting(w, held)));
    }
    Optional<Trouble> trouble = runs.stream().findFirst().flatMap(Run::trouble);
    if (trouble.isEmpty() || trouble.get() == Trouble.OTHER_COLUMNS) {
      return Optional.empty();
    }
    Run first = runs.getFirst();
    for (Run run : runs) {
      if (!run.trouble().equals(trouble)) {
        break;
      }
      first = run;
    }
    Run since = first;
    return runs.getFirst().words().map(w -> alert(source, trouble.get(), since, w));
  }

  private static Words waiting(Words words, List<Run> held) {
    String file = held.getLast().file();
    int files = held.size();
    return new Words(
        file + "：" + words.zh() + "（" + files + " 个文件在等待）",
        file + ": " + words.en() + " (" + files + (files == 1 ? " file waits)" : " files wait)"));
  }

  private static Alert alert(Source source, Trouble trouble, Run since, Words words) {
    return new Alert(source.id(), source.feed().name(), trouble, since.at(), words);
  }
}
