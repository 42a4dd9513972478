package org.marquetry.campaign.api;

import java.util.List;

/// What became of a launch.
///
/// @param results one for each letter that was handed to the policy
/// @param decisions how many decisions were logged (sends and hold-outs)
/// @param stopped whether it was cancelled before the end
public record LaunchReport(List<ContactResult> results, int decisions, boolean stopped) {
  public LaunchReport {
    results = List.copyOf(results);
  }
}
