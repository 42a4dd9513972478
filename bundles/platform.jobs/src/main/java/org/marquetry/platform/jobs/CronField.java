package org.marquetry.platform.jobs;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;

/// One field of a cron expression.
final class CronField {
  private final Words what;
  private final int least;
  private final int most;
  private final List<String> names;
  private final BitSet values = new BitSet();
  private final boolean every;

  /// @param names of the values from the first on; may be empty
  CronField(Words what, String text, int least, int most, List<String> names) {
    this.what = what;
    this.least = least;
    this.most = most;
    this.names = names;
    this.every = text.startsWith("*");
    for (String part : text.split(",", -1)) {
      add(part);
    }
  }

  boolean has(int value) {
    return values.get(value);
  }

  /// Whether it begins with `*`.
  boolean isEvery() {
    return every;
  }

  private void add(String part) {
    int slash = part.indexOf('/');
    String range = slash < 0 ? part : part.substring(0, slash);
    int step = slash < 0 ? 1 : number(part.substring(slash + 1), part);
    int dash = range.indexOf('-');
    int from = least;
    int to = most;
    if (dash > 0) {
      from = value(range.substring(0, dash), part);
      to = value(range.substring(dash + 1), part);
    } else if (!range.equals("*")) {
      from = value(range, part);
      to = slash < 0 ? from : most;
    }
    if (step < 1 || from > to || from < least || to > most) {
      throw wrong(part);
    }
    for (int value = from; value <= to; value += step) {
      values.set(value);
    }
  }

  private int value(String text, String part) {
    int name = names.indexOf(text.toUpperCase(Locale.ROOT));
    return name >= 0 ? name + (names.size() == 12 ? 1 : 0) : number(text, part);
  }

  private int number(String text, String part) {
    if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw wrong(part);
    }
    return Integer.parseInt(text);
  }

  private Rejected wrong(String part) {
    return new Rejected(
        new Words(
            "时间中的“%s”须为 *、%d 至 %d、范围 a-b 或步长 */n，而不是“%s”".formatted(what.zh(), least, most, part),
            "the %s in cron must be *, %d to %d, a range a-b or a step */n, got \"%s\""
                .formatted(what.en(), least, most, part)));
  }
}
