package org.marquetry.autopilot.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.placement.api.ArmQuestion;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.profile.api.ProfileSummary;

/// One run of the main job: what it was told, and what the steps so far found for the later ones.
final class Run {
  private final Options options;
  private final Progress progress;
  private @Nullable Shop shop;
  private @Nullable Totals totals;
  private @Nullable ProfileSummary profiles;
  private @Nullable Catalogue catalogue;
  private @Nullable ArmQuestion variants;
  private MeasurementStep.@Nullable Groups groups;

  Run(Options options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  Options options() {
    return options;
  }

  Progress progress() {
    return progress;
  }

  void shop(Shop value) {
    shop = value;
  }

  Shop shop() {
    return known(shop);
  }

  void totals(Totals value) {
    totals = value;
  }

  Totals totals() {
    return known(totals);
  }

  void profiles(ProfileSummary value) {
    profiles = value;
  }

  Optional<ProfileSummary> profiles() {
    return Optional.ofNullable(profiles);
  }

  void catalogue(Catalogue value) {
    catalogue = value;
  }

  Catalogue catalogue() {
    return known(catalogue);
  }

  void variants(ArmQuestion value) {
    variants = value;
  }

  /// What is known about the message variants, for the choice of each person's.
  ArmQuestion variants() {
    return known(variants);
  }

  void groups(MeasurementStep.Groups value) {
    groups = value;
  }

  /// The planned comparison; empty when no campaign could be planned.
  Optional<MeasurementStep.Groups> groups() {
    return Optional.ofNullable(groups);
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("an earlier step has not run");
    }
    return value;
  }
}
