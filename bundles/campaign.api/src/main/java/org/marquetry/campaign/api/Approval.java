package org.marquetry.campaign.api;

import java.time.Instant;

/// What somebody said of a version of a campaign before its launch.
///
/// @param version that it is about; it says nothing of a later one
/// @param mail version of the mail that was looked at; 0: none
/// @param offer version of the offer; 0: none
/// @param comment may be empty
/// @param by id of the actor
public record Approval(
    int version, int mail, int offer, Act act, String comment, Instant at, String by) {
  /// Longest comment.
  public static final int MAX_COMMENT = 1_000;

  public Approval {
    if (comment.length() > MAX_COMMENT) {
      throw new IllegalArgumentException("a comment has at most " + MAX_COMMENT + " characters");
    }
  }

  /// What was said.
  public enum Act {
    ASKED,
    APPROVED,
    REFUSED
  }
}
