package org.marquetry.experiment.api;

import java.util.Map;
import java.util.TreeMap;

/// What a result means, as a key with numbers; the sentence is made in the reader's language.
///
/// @param key which sentence
/// @param facts the numbers in it, by name
public record Verdict(Key key, Map<String, Double> facts) {
  public Verdict {
    facts = java.util.Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /// The sentences. Facts: `effect`, `low`, `high`, `p`, `limit`, `srmP`, `people`, `days`, `rate`,
  /// `buyers`, `needed`.
  public enum Key {
    /// Treated is better by `effect` [`low`; `high`]: safe to decide.
    BETTER("verdict.better"),
    /// Treated is worse by `effect` [`low`; `high`]: stop.
    WORSE("verdict.worse"),
    /// The planned end is not reached and nothing is certain yet: keep running. Of a registered
    /// experiment with `days`: about so many until it may be decided, at most until the planned
    /// end.
    KEEP_RUNNING("verdict.keepRunning"),
    /// The planned end is reached: no difference larger than `limit`.
    NO_LARGER_THAN("verdict.noLargerThan"),
    /// Treated is better by `effect` [`low`; `high`], but a guardrail is broken for certain: `rate`
    /// above `limit`. Do not ship it as it is.
    HARMS("verdict.harms"),
    /// Fewer than `needed` people of a group have ordered (`buyers`): nothing can be said.
    TOO_LITTLE("verdict.tooLittle"),
    /// The split is uneven (`srmP`): cannot be trusted.
    DISTRUST("verdict.distrust");

    private final String messageKey;

    Key(String messageKey) {
      this.messageKey = messageKey;
    }

    /// Key of the sentence in the message files.
    public String messageKey() {
      return messageKey;
    }

    /// Key of the sentence that says what to do.
    public String adviceKey() {
      return messageKey + ".advice";
    }
  }
}
