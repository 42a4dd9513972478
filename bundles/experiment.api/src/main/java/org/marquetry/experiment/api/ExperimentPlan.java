package org.marquetry.experiment.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.Money;

/// What is to be measured, said before anything is sent. The measure is always the same one: net
/// profit a person, after discount, goods, messages, redemptions and returns, from the start on, of
/// everybody who was decided on (intention to treat).
///
/// @param id the campaign's
/// @param name what people call it; not blank, at most 100 characters
/// @param holdoutShare share of people who get nothing, in [0, 1); 0 needs a second variant: the
///   first one is compared against then
/// @param variants at least one
/// @param start from when on outcomes count, for everybody; before the first message
/// @param plannedEnd when it is read and decided; after the start
/// @param costs what is taken off the revenue
/// @param covariateDays how long before the start spending is looked at to sharpen the result, 1 to
///   730
/// @param limits of harm that is not money
/// @param splits by which it is to be read in parts too; what is not said here and looked at later
///   was found by looking
public record ExperimentPlan(
    CampaignId id,
    String name,
    double holdoutShare,
    List<Design.Share> variants,
    Instant start,
    Instant plannedEnd,
    Costs costs,
    int covariateDays,
    Limits limits,
    List<Split> splits) {
  public static final int MAX_VARIANTS = 10;

  public ExperimentPlan {
    Objects.requireNonNull(id, "id");
    name = name.strip();
    if (name.isBlank() || name.length() > 100) {
      throw new IllegalArgumentException("name must have 1 to 100 characters, got " + name);
    }
    variants = List.copyOf(variants);
    if (variants.size() > MAX_VARIANTS || variants.stream().anyMatch(v -> tooLong(v.variant()))) {
      throw new IllegalArgumentException(
          "there are at most %d variants with names of at most 64 characters, got %s"
              .formatted(MAX_VARIANTS, variants));
    }
    new Design(id.value(), "checked only", holdoutShare, variants);
    if (variants.size() + (holdoutShare > 0 ? 1 : 0) < 2) {
      throw new IllegalArgumentException("without a hold-out two variants are needed");
    }
    if (!plannedEnd.isAfter(start)) {
      throw new IllegalArgumentException(
          "plannedEnd must be after start, got " + start + " and " + plannedEnd);
    }
    splits = splits.stream().distinct().toList();
    if (covariateDays < 1 || covariateDays > 730) {
      throw new IllegalArgumentException("covariateDays must be in 1..730, got " + covariateDays);
    }
  }

  /// The usual one: to be read by the orders before the start.
  public ExperimentPlan(
      CampaignId id,
      String name,
      double holdoutShare,
      List<Design.Share> variants,
      Instant start,
      Instant plannedEnd,
      Costs costs,
      int covariateDays,
      Limits limits) {
    this(
        id,
        name,
        holdoutShare,
        variants,
        start,
        plannedEnd,
        costs,
        covariateDays,
        limits,
        List.of(Split.ORDERS));
  }

  private static boolean tooLong(String variant) {
    return variant.length() > 64;
  }

  /// The group that the others are compared against.
  public String control() {
    return holdoutShare > 0 ? Design.HOLDOUT : variants.getFirst().variant();
  }

  /// The same, run until another moment.
  public ExperimentPlan until(Instant end) {
    return new ExperimentPlan(
        id, name, holdoutShare, variants, start, end, costs, covariateDays, limits, splits);
  }

  /// What is taken off the revenue.
  ///
  /// @param margin share of the price before discount that is left after the goods are paid, in [0,
  ///   1]
  /// @param message what one message costs; not below 0
  /// @param redemption what the shop pays for each use of the offer beside the discount: a gift, a
  ///   free delivery; not below 0, in the same currency
  public record Costs(double margin, Money message, Money redemption) {
    public Costs {
      if (!(margin >= 0 && margin <= 1)) {
        throw new IllegalArgumentException("margin must be in [0, 1], got " + margin);
      }
      if (message.minor() < 0 || redemption.minor() < 0) {
        throw new IllegalArgumentException(
            "costs must be >= 0, got " + message + " and " + redemption);
      }
      if (!message.currency().equals(redemption.currency())) {
        throw new IllegalArgumentException(
            "costs must be in one currency, got " + message + " and " + redemption);
      }
    }

    /// Of every amount of the experiment.
    public String currency() {
      return message.currency();
    }
  }

  /// The most of what must not happen, each a share of the people of a variant.
  ///
  /// @param unsubscribed in (0, 1]
  /// @param complained in (0, 1]
  public record Limits(double unsubscribed, double complained) {
    /// Half a percent unsubscribes, one in a thousand complains.
    public static final Limits USUAL = new Limits(0.005, 0.001);

    public Limits {
      if (!(unsubscribed > 0 && unsubscribed <= 1 && complained > 0 && complained <= 1)) {
        throw new IllegalArgumentException(
            "limits must be in (0, 1], got " + unsubscribed + " and " + complained);
      }
    }
  }
}
