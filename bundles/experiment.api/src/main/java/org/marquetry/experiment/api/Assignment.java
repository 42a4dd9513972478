package org.marquetry.experiment.api;

import org.marquetry.shop.api.Probability;

/// The group a customer is in.
///
/// @param group a variant's name, or [Design#HOLDOUT]
/// @param probability the chance of this group by design
public record Assignment(String group, Probability probability) {
  public boolean isHoldout() {
    return group.equals(Design.HOLDOUT);
  }
}
