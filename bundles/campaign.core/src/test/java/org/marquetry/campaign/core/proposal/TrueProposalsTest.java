package org.marquetry.campaign.core.proposal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.core.proposal.TrueProposals.Form;
import org.marquetry.campaign.core.proposal.TrueProposals.Held;

/// A few proposals against what they truly bring; `bench/proposals` has many seeds.
class TrueProposalsTest {
  @TempDir Path folder;

  @Test
  void theTruthLiesInTheOrderOfTheForecast() throws IOException {
    List<Held> all = TrueProposals.run(1, 2_000, List.of(Goal.SECOND_ORDER), 20, folder);
    for (Held own : all.stream().filter(h -> h.form() == Form.AS_IS).toList()) {
      assertTrue(own.forecast().holds(own.truth()), own::toString);
    }
    for (Held doubled : all.stream().filter(h -> h.form() == Form.DOUBLED).toList()) {
      Held own =
          all.stream()
              .filter(h -> h.form() == Form.AS_IS && h.approach().equals(doubled.approach()))
              .findFirst()
              .orElseThrow();
      assertTrue(doubled.forecast().estimate() < own.forecast().estimate(), doubled::toString);
      assertTrue(doubled.truth() < own.truth(), () -> doubled + " against " + own);
    }
    Held lost = all.stream().filter(h -> h.form() == Form.LARGE).findFirst().orElseThrow();
    assertTrue(lost.forecast().estimate() < 0, lost::toString);
    assertTrue(lost.truth() < 0, lost::toString);
  }
}
