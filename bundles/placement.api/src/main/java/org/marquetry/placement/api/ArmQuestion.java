package org.marquetry.placement.api;

import java.util.List;

/// A choice to make.
///
/// @param point where, for example `campaign.variant`; part of the seed
/// @param arms what is known about each arm: one to 100, all rates or all amounts, each named once
/// @param prior of the kind that fits the arms
/// @param floor smallest probability of any arm, so that every arm keeps learning and can be judged
///   later: in [0, 1 / number of arms]
/// @param seed the same seed, point and person give the same choice
public record ArmQuestion(
    String point, List<ArmEvidence> arms, ArmPrior prior, double floor, long seed) {
  /// The most arms of one choice.
  public static final int MAX_ARMS = 100;

  public ArmQuestion {
    arms = List.copyOf(arms);
    if (arms.isEmpty() || arms.size() > MAX_ARMS) {
      throw new IllegalArgumentException("arms must be 1.." + MAX_ARMS + ", got " + arms.size());
    }
    if (arms.stream().map(ArmEvidence::arm).distinct().count() != arms.size()) {
      throw new IllegalArgumentException("each arm must be named once");
    }
    boolean rates = prior instanceof ArmPrior.Beta;
    if (!arms.stream().allMatch(a -> a instanceof ArmEvidence.Rate == rates)) {
      throw new IllegalArgumentException(
          "a Beta prior needs rates, a Normal-Gamma prior needs amounts, for every arm");
    }
    if (!(floor >= 0 && floor * arms.size() <= 1)) {
      throw new IllegalArgumentException(
          "floor must be in [0, 1/" + arms.size() + "], got " + floor);
    }
  }
}
