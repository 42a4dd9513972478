package org.marquetry.platform.api.projection;

import java.util.List;

/// Say how a projection stands.
///
/// @param name its name
/// @param formatVersion its format version
/// @param next the first offset of each partition that is not in it
/// @param behind how many entries of the journal are not in it yet
/// @param failure why it does not move; empty when it does
public record ProjectionStatus(
    String name, int formatVersion, List<Long> next, long behind, String failure) {
  public ProjectionStatus {
    next = List.copyOf(next);
  }
}
