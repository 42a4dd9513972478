package org.marquetry.shop.api;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/// One version of a thing that people make, change, delete and take back.
@ProviderType
public interface Saved {
  /// What makes a version.
  enum Act {
    CREATED,
    CHANGED,
    DELETED,
    RESTORED
  }

  /// Of the thing; stable.
  String id();

  /// 1, 2, ...: grows with every change.
  int version();

  /// What people call it.
  String name();

  /// What made this version.
  Act act();

  Instant at();

  /// Id of the actor who did it.
  String by();

  /// Tell whether this version says that the thing is deleted.
  default boolean isDeleted() {
    return act() == Act.DELETED;
  }
}
