package org.marquetry.feature.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.lib.feature.Checksums;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureBundle;
import org.marquetry.lib.feature.Repository;
import org.osgi.framework.Bundle;

/// What has to be done for a feature: which bundles come, which go, which stay.
record Plan(List<Change.Fresh> fresh, List<Bundle> replaced, List<Bundle> kept) {
  /// Compare a feature with what runs; every jar is there and has the checksum of its index.
  ///
  /// @param running the running bundle of the same group and artifact
  /// @param evenIfSame replace bundles of the same content too
  /// @throws FeatureException if a bundle is missing or damaged, or may only change by a restart
  static Plan of(
      Feature feature,
      Repository from,
      Function<FeatureBundle, Optional<Bundle>> running,
      boolean evenIfSame) {
    Map<String, String> checksums = Checksums.read(from.folder());
    var plan = new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (FeatureBundle bundle : feature.bundles()) {
      String checksum = checked(feature, bundle, from, checksums);
      var location = new Location(bundle.id(), checksum);
      Optional<Bundle> there = running.apply(bundle);
      boolean same = there.flatMap(Location::of).filter(location::equals).isPresent();
      boolean restart = there.filter(Plan::needsRestart).isPresent();
      if (there.isPresent() && same && (restart || !evenIfSame)) {
        plan.kept.add(there.get());
        continue;
      }
      if (restart) {
        throw new FeatureException(
            Reason.RESTART,
            "feature "
                + feature.id()
                + " changes "
                + bundle.id()
                + ", which can only change by a restart of the suite (Marquetry-Swap: restart)");
      }
      plan.fresh.add(new Change.Fresh(location, from.jar(bundle.id()), bundle.startLevel()));
      there.ifPresent(plan.replaced::add);
    }
    return plan;
  }

  /// Ours say so themselves; of the others, those that give packages to other bundles.
  private static boolean needsRestart(Bundle bundle) {
    String swap = bundle.getHeaders("").get("Marquetry-Swap");
    if (swap == null) return bundle.getHeaders("").get("Export-Package") != null;
    return swap.equals("restart");
  }

  private static String checked(
      Feature feature, FeatureBundle bundle, Repository from, Map<String, String> checksums) {
    Path jar = from.jar(bundle.id());
    String expected = checksums.get(bundle.id().fileName());
    if (expected == null || !Files.isRegularFile(jar)) {
      throw new FeatureException(
          Reason.INVALID,
          "feature "
              + feature.id()
              + " names "
              + bundle.id()
              + ", but "
              + jar
              + " is missing or not in the index");
    }
    try {
      if (!Checksums.of(jar).equals(expected)) {
        throw new FeatureException(
            Reason.INVALID,
            jar + " is damaged: its SHA-256 is not that of the index; fetch the repository again");
      }
    } catch (IOException e) {
      throw new FeatureException(Reason.FAILED, "cannot read " + jar + " (" + e + ")", e);
    }
    return expected;
  }
}
