package org.marquetry.platform.gate;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.marquetry.platform.api.gate.GateStatus.Reason;

/// Who answers a plain reference, and why.
record Selection(String provider, Reason reason) {
  private static final Comparator<Candidate> WISHED =
      Comparator.comparing((Candidate c) -> !c.preferred())
          .thenComparing(Comparator.comparingInt(Candidate::ranking).reversed())
          .thenComparing(Candidate::name);
  private static final Comparator<Candidate> ORDER =
      Comparator.comparing(Candidate::critical).thenComparing(WISHED);

  /// One provider name.
  ///
  /// @param preferred whether the settings name it
  record Candidate(String name, int ranking, boolean critical, boolean preferred) {}

  /// Choose: not critical first, then the one that settings name, then the highest ranking, then
  /// the name. The critical are taken only when nobody else is there.
  static Optional<Selection> among(Collection<Candidate> candidates) {
    return candidates.stream()
        .min(ORDER)
        .map(chosen -> new Selection(chosen.name(), reason(chosen, candidates)));
  }

  private static Reason reason(Candidate chosen, Collection<Candidate> candidates) {
    Optional<Candidate> rival =
        candidates.stream().filter(c -> !c.name().equals(chosen.name())).min(WISHED);
    if (rival.isEmpty()) {
      return Reason.ONLY;
    }
    if (WISHED.compare(rival.get(), chosen) < 0) {
      return Reason.HEALTH;
    }
    if (chosen.preferred()) {
      return Reason.PREFERRED;
    }
    return chosen.ranking() > rival.get().ranking() ? Reason.RANKING : Reason.NAME;
  }
}
