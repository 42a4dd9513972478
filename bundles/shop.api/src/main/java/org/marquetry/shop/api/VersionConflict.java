package org.marquetry.shop.api;

/// Thrown when somebody else changed a thing meanwhile; nothing was stored.
public final class VersionConflict extends IllegalStateException implements Worded {
  private static final long serialVersionUID = 1L;

  private final int version;

  /// @param now the newest version
  public VersionConflict(Saved now) {
    super(words(now.version()).en());
    version = now.version();
  }

  /// The number of the newest version.
  public int version() {
    return version;
  }

  private static Words words(int version) {
    return new Words(
        "有人同时修改了它（现为版本 " + version + "）：请重新打开",
        "somebody else changed it meanwhile, it has version " + version + " now: open it again");
  }

  @Override
  public Words words() {
    return words(version);
  }
}
