package org.marquetry.campaign.api;

/// The codes of an offer that gives each person one.
///
/// @param total how many there are
/// @param given how many were given to somebody
public record OfferCodes(long total, long given) {
  /// At this share of free codes somebody should add more.
  public static final double FEW = 0.1;

  /// Stands for a code that each person gets another of.
  public static final String SAMPLE = "CODE-123";

  public long free() {
    return total - given;
  }

  /// Whether a tenth or less is free.
  public boolean areFew() {
    return free() <= FEW * total;
  }

  /// What became of codes that were added.
  ///
  /// @param added new ones
  /// @param known were there already, in this offer or another, or stood twice in the list
  public record Added(long added, long known) {}
}
