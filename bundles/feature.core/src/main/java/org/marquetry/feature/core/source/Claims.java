package org.marquetry.feature.core.source;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.lib.feature.ArtifactId;
import org.marquetry.lib.feature.BundleManifest;
import org.marquetry.lib.feature.Checksums;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureBundle;
import org.marquetry.shop.api.Words;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/// Refuses a feature that takes what belongs to another publisher: its name, or a bundle.
public final class Claims {
  private final BundleContext context;
  private final Staging staging;

  private Claims(BundleContext context, Staging staging) {
    this.context = context;
    this.staging = staging;
  }

  /// Check a feature against what runs. The same bytes may be in any number of features.
  ///
  /// @param running the features that run
  /// @param owner the owner of a running feature by its name, see [Origin#owner]
  /// @throws FeatureException naming what is claimed and whose it is
  public static void check(
      BundleContext context,
      Staging staging,
      Collection<Feature> running,
      Function<String, String> owner) {
    new Claims(context, staging).check(running, owner);
  }

  private void check(Collection<Feature> running, Function<String, String> owner) {
    Feature feature = staging.feature();
    for (Feature other : running) {
      String theirs = owner.apply(other.name());
      if (other.name().equals(feature.name()) && !mayReplace(theirs, true)) {
        throw Refusal.untrusted(
            mine() + "占用了" + whose(theirs).zh() + "发布的功能的名称；它的发布者须另取名称",
            "feature "
                + feature.id()
                + " of "
                + staging.origin().publisher()
                + " takes the name of a feature that "
                + whose(theirs).en()
                + " published; its publisher must give it another name");
      }
    }
    for (FeatureBundle bundle : feature.bundles()) {
      String name = BundleManifest.read(staging.repository().jar(bundle.id())).symbolicName();
      refuseFrame(bundle.id(), name);
      for (Feature other : running) {
        String theirs = owner.apply(other.name());
        if (mayReplace(theirs, other.name().equals(feature.name()))) continue;
        for (FeatureBundle held : other.bundles()) {
          Bundle there = running(held.id());
          boolean claimed =
              bundle.id().sameArtifact(held.id())
                  || (there != null && name.equals(there.getSymbolicName()));
          if (claimed && !sameBytes(bundle.id(), there)) {
            throw claims(bundle.id(), name, other.name(), whose(theirs));
          }
        }
      }
    }
  }

  /// Each replaces its own. With unsigned features allowed, one may also take the place of the
  /// suite's under its own name, which the operator sees; never that of a publisher.
  private boolean mayReplace(String theirs, boolean sameName) {
    String mine = staging.origin().owner();
    return mine.equals(theirs)
        || (sameName && mine.equals(Origin.UNSIGNED) && theirs.equals(Origin.SUITE));
  }

  /// The framework itself belongs to no feature.
  private void refuseFrame(ArtifactId mine, String name) {
    if (name.equals(context.getBundle(0).getSymbolicName()) || name.equals("system.bundle")) {
      throw claims(mine, name, "framework", whose(Origin.SUITE));
    }
  }

  private FeatureException claims(ArtifactId mine, String name, String other, Words whose) {
    return Refusal.untrusted(
        mine()
            + "带来了 "
            + mine
            + "（"
            + name
            + "），这是"
            + whose.zh()
            + "发布的功能 "
            + other
            + " 的部件；它的发布者须给部件另取名称",
        "feature "
            + staging.feature().id()
            + " of "
            + staging.origin().publisher()
            + " brings "
            + mine
            + " ("
            + name
            + "), a bundle of the feature "
            + other
            + ", which "
            + whose.en()
            + " published; its publisher must name its bundle otherwise");
  }

  private String mine() {
    Origin origin = staging.origin();
    String publisher = origin.signed() ? origin.publisher() : "未签名";
    return "功能 " + staging.feature().id() + "（" + publisher + "）";
  }

  private static Words whose(String owner) {
    return switch (owner) {
      case Origin.SUITE -> new Words("系统自身", "the suite");
      case Origin.UNSIGNED -> new Words("无签名者", "somebody without a signature");
      default -> new Words("密钥 " + owner + " ", "key " + owner);
    };
  }

  /// The running bundle of a feature, by its location `marquetry:GROUP:ARTIFACT:VERSION:SHA-256`:
  /// the newest, as a former one may still leave.
  private @Nullable Bundle running(ArtifactId id) {
    String begin = "marquetry:" + id.key() + ":";
    return Arrays.stream(context.getBundles())
        .filter(b -> b.getLocation().startsWith(begin))
        .max(Comparator.comparingLong(Bundle::getBundleId))
        .orElse(null);
  }

  private boolean sameBytes(ArtifactId mine, @Nullable Bundle there) {
    if (there == null) return false;
    try {
      String sha256 = Checksums.of(staging.repository().jar(mine));
      return there.getLocation().split("#", 2)[0].endsWith(":" + sha256);
    } catch (IOException e) {
      throw Refusal.unreadable(mine.toString(), e);
    }
  }
}
