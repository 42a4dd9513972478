package org.marquetry.feature.core.source;

import java.nio.file.Path;
import java.time.InstantSource;
import org.marquetry.feature.api.AvailableFeatures;
import org.marquetry.lib.outbound.Outbound;
import org.marquetry.shop.api.Words;

/// Asks the repositories of a home, with the network off and on, and says what came.
final class WithoutNetwork {
  private WithoutNetwork() {}

  public static void main(String[] words) {
    Path home = Path.of(words[0]);
    CoreFeatureSources api =
        new CoreFeatureSources(
            new Sources(home, home.resolve("own"), false, new Outbound(), InstantSource.system()));
    say("off", api.available());
    api.allowRemote(true);
    say("on", api.available());
  }

  private static void say(String what, AvailableFeatures available) {
    String problem = String.join(" ", available.problems().stream().map(Words::en).toList());
    String told =
        problem.contains("the network is off")
            ? "not asked"
            : problem.contains("the host is not known") ? "asked in vain" : problem;
    System.out.println(what + ": " + available.features().size() + " offered, " + told);
  }
}
