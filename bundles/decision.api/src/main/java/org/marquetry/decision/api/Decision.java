package org.marquetry.decision.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.marquetry.shop.api.DecisionId;

/// One decision that reached a person or spent money. Immutable; made by [#builder].
public final class Decision {
  /// The largest encoded size, in bytes.
  public static final int MAX_BYTES = 1024;

  /// The most candidates that are kept; [#candidateCount] says how many there were.
  public static final int MAX_CANDIDATES = 20;

  private final DecisionId id;
  private final String person;
  private final Instant decidedAt;
  private final String point;
  private final List<Candidate> candidates;
  private final List<String> chosen;
  private final int candidateCount;
  private final String policy;
  private final String policyVersion;
  private final Map<String, String> arms;
  private final List<Reason> reasons;

  private Decision(Builder b) {
    id = b.id;
    person = b.person;
    decidedAt = b.decidedAt;
    point = b.point;
    candidates =
        List.copyOf(b.candidates.subList(0, Math.min(MAX_CANDIDATES, b.candidates.size())));
    candidateCount = Math.max(b.candidateCount, b.candidates.size());
    chosen = List.copyOf(b.chosen);
    policy = b.policy;
    policyVersion = b.policyVersion;
    arms = java.util.Collections.unmodifiableMap(new TreeMap<>(b.arms));
    reasons = List.copyOf(b.reasons);
    for (String c : chosen) {
      if (candidates.stream().noneMatch(x -> x.id().equals(c))) {
        throw new IllegalArgumentException("chosen '" + c + "' is not among the kept candidates");
      }
    }
  }

  /// Begin a decision.
  ///
  /// @param person customer or visitor id as sent
  /// @param point where it was made, for example `campaign.send`, `placement.variant`
  public static Builder builder(DecisionId id, String person, Instant decidedAt, String point) {
    return new Builder(id, person, decidedAt, point);
  }

  public DecisionId id() {
    return id;
  }

  public String person() {
    return person;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public String point() {
    return point;
  }

  /// At most [#MAX_CANDIDATES], in the policy's order.
  public List<Candidate> candidates() {
    return candidates;
  }

  /// Ids of what was chosen, each among [#candidates].
  public List<String> chosen() {
    return chosen;
  }

  /// How many candidates there were before the list was cut.
  public int candidateCount() {
    return candidateCount;
  }

  public String policy() {
    return policy;
  }

  public String policyVersion() {
    return policyVersion;
  }

  /// Experiment arms the person was in, by experiment.
  public Map<String, String> arms() {
    return arms;
  }

  public List<Reason> reasons() {
    return reasons;
  }

  /// Names id and point only, so that a decision may stand in a log.
  @Override
  public String toString() {
    return "Decision[" + point + " " + id + "]";
  }

  /// Collects the parts of a decision; [#build] checks them.
  public static final class Builder {
    private final DecisionId id;
    private final String person;
    private final Instant decidedAt;
    private final String point;
    private List<Candidate> candidates = List.of();
    private List<String> chosen = List.of();
    private int candidateCount;
    private String policy = "";
    private String policyVersion = "";
    private Map<String, String> arms = Map.of();
    private List<Reason> reasons = List.of();

    private Builder(DecisionId id, String person, Instant decidedAt, String point) {
      this.id = Objects.requireNonNull(id, "id");
      this.person = Objects.requireNonNull(person, "person");
      this.decidedAt = Objects.requireNonNull(decidedAt, "decidedAt");
      this.point = Objects.requireNonNull(point, "point");
    }

    /// @param candidates best first; those past [Decision#MAX_CANDIDATES] are counted and dropped
    public Builder candidates(List<Candidate> candidates) {
      this.candidates = candidates;
      return this;
    }

    public Builder candidateCount(int candidateCount) {
      this.candidateCount = candidateCount;
      return this;
    }

    public Builder chosen(List<String> chosen) {
      this.chosen = chosen;
      return this;
    }

    public Builder policy(String policy, String version) {
      this.policy = policy;
      this.policyVersion = version;
      return this;
    }

    public Builder arms(Map<String, String> arms) {
      this.arms = arms;
      return this;
    }

    public Builder reasons(List<Reason> reasons) {
      this.reasons = reasons;
      return this;
    }

    public Decision build() {
      return new Decision(this);
    }
  }
}
