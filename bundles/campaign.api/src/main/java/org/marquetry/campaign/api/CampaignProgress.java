package org.marquetry.campaign.api;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How a launched campaign stands. The counts stay when a person is erased.
///
/// @param version that was launched
/// @param at when it was launched
/// @param by id of the actor who launched it
/// @param sum the audience as it was chosen; empty while it is being chosen
/// @param waiting whose time has not come, or who are tried again
/// @param sent who got it
/// @param unknown of whom nobody knows whether they got it
/// @param held who did not get it after all, by reason code
/// @param stopped who would have got it had nobody stopped it
/// @param next when the next message goes out
/// @param ended when the last was served or somebody stopped it
public record CampaignProgress(
    CampaignState state,
    int version,
    Instant at,
    String by,
    Optional<CheckSum> sum,
    int waiting,
    int sent,
    int unknown,
    Map<String, Integer> held,
    int stopped,
    Optional<Instant> next,
    Optional<Instant> ended) {
  public CampaignProgress {
    held = Collections.unmodifiableMap(new TreeMap<>(held));
  }
}
