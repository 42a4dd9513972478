package org.marquetry.placement.api;

import java.util.List;

/// The answer: what is believed, and what each person gets.
///
/// @param beliefs one for each arm, in the order of the question
/// @param choices one for each person, in the order given
/// @param policy name and version of the policy, as they go into the decision log
public record ArmChoices(
    List<ArmBelief> beliefs, List<ArmChoice> choices, String policy, String policyVersion) {
  public ArmChoices {
    beliefs = List.copyOf(beliefs);
    choices = List.copyOf(choices);
  }
}
