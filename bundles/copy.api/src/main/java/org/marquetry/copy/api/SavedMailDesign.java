package org.marquetry.copy.api;

import java.time.Instant;
import org.marquetry.shop.api.Saved;

/// One version of a mail design.
///
/// @param id of the design
/// @param version from 1
/// @param act what made this version
/// @param by id of the actor who did it
public record SavedMailDesign(
    String id, int version, MailDesign design, Act act, Instant at, String by) implements Saved {
  @Override
  public String name() {
    return design.name();
  }
}
