package org.marquetry.campaign.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.marquetry.campaign.api.Purpose;

/// What is recorded about one person and messages. Immutable.
///
/// @param words the last word on each subject; see the methods that make subjects
/// @param sends any order
record Known(Map<String, Word> words, List<Send> sends) {
  static final Known NOTHING = new Known(Map.of(), List.of());
  static final String ALL = "all";
  static final String ZONE = "zone";

  private static final int LONGEST_SUBJECT = 100;
  private static final int MOST_WORDS = 50;

  /// Sends that are older than the newest one by more are forgotten.
  static final Duration KEPT = Duration.ofDays(400);

  /// The person consented.
  static String yes(String channel, String purpose) {
    return subject("yes", channel, purpose);
  }

  /// The shop told what the person had said: `granted` or `refused`.
  static String told(String channel, String purpose) {
    return subject("told", channel, purpose);
  }

  /// Something ended the messages: the type of the event.
  static String stop(String channel, String purpose) {
    return subject("stop", channel, purpose);
  }

  private static String subject(String kind, String channel, String purpose) {
    return kind + " " + channel + " " + purpose;
  }

  /// Add a word; subjects are kept once, since every customer has some.
  Known and(String subject, Word word) {
    if (subject.length() > LONGEST_SUBJECT || words.size() >= MOST_WORDS) {
      return this; // no channel of ours
    }
    Word before = words.get(subject);
    if (words.isEmpty()) {
      return new Known(Map.of(subject.intern(), word), sends);
    }
    Map<String, Word> after = new HashMap<>(words);
    after.put(subject.intern(), before == null ? word : before.and(word));
    return new Known(Map.copyOf(after), sends);
  }

  Known and(Send send) {
    Instant oldest = send.at().minus(KEPT);
    List<Send> after = new ArrayList<>(sends.size() + 1);
    Send now = send;
    for (Send s : sends) {
      if (s.isTryOf(send)) {
        now = s.and(send);
      } else if (!s.at().isBefore(oldest)) {
        after.add(s);
      }
    }
    after.add(now);
    return new Known(words, List.copyOf(after));
  }

  /// What both know.
  Known and(Known other) {
    if (other.words.isEmpty() && other.sends.isEmpty()) {
      return this;
    }
    Known all = this;
    for (Map.Entry<String, Word> w : other.words.entrySet()) {
      all = all.and(w.getKey(), w.getValue());
    }
    return new Known(
        all.words, Stream.concat(sends.stream(), other.sends.stream()).distinct().toList());
  }

  /// What ended messages of this kind, unless the person consented after it: to this kind, or, when
  /// everything was ended, to marketing.
  Optional<String> stoppedBy(String channel, String purpose) {
    Instant kind = saidYes(channel, purpose);
    Instant any = later(kind, saidYes(channel, Purpose.MARKETING.id()));
    return Stream.of(
            stop(channel, purpose, kind),
            stop(ALL, purpose, kind),
            stop(channel, ALL, any),
            stop(ALL, ALL, any))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Instant saidYes(String channel, String purpose) {
    Word yes = words.get(yes(channel, purpose));
    return yes == null ? Instant.MIN : yes.at();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  /// The stop, if the person did not consent after it.
  private Optional<String> stop(String channel, String purpose, Instant yes) {
    Word stop = words.get(stop(channel, purpose));
    return stop == null || yes.isAfter(stop.at()) ? Optional.empty() : Optional.of(stop.said());
  }

  /// `granted` or `refused`; empty when nothing is recorded.
  Optional<String> consent(String channel, String purpose) {
    Word yes = words.get(yes(channel, purpose));
    Word told = words.get(told(channel, purpose));
    if (told != null && (yes == null || !told.at().isBefore(yes.at()))) {
      return Optional.of(told.said());
    }
    return yes == null ? Optional.empty() : Optional.of("granted");
  }

  /// By whose clock the person lives.
  Optional<ZoneId> zone() {
    Word zone = words.get(ZONE);
    if (zone == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneId.of(zone.said()));
    } catch (DateTimeException noZone) {
      return Optional.empty();
    }
  }
}
