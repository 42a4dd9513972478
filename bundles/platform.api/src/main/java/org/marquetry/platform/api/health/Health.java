package org.marquetry.platform.api.health;

import org.marquetry.platform.api.gate.ProviderMissing;

/// How something is.
///
/// @param status the worst that is true
/// @param message in words: what, where, what to do; no personal data
public record Health(Status status, String message) {
  /// Best first.
  public enum Status {
    /// All is well.
    OK,
    /// It works, but somebody should look.
    WARN,
    /// It does not work now and will by itself: it starts, loads or is being swapped.
    TEMPORARILY_UNAVAILABLE,
    /// It does not work.
    CRITICAL
  }

  public static Health ok(String message) {
    return new Health(Status.OK, message);
  }

  public static Health warn(String message) {
    return new Health(Status.WARN, message);
  }

  public static Health critical(String message) {
    return new Health(Status.CRITICAL, message);
  }

  /// What a check says now; one that throws says by that that it does not work.
  ///
  /// @throws ProviderMissing if its bundle has just gone
  public static Health of(HealthCheck check) {
    try {
      return check.check();
    } catch (ProviderMissing gone) {
      throw gone;
    } catch (RuntimeException e) { // a partner's check may do anything
      return critical("The check itself failed: " + e);
    }
  }

  /// Tell whether requests can be served.
  public boolean isReady() {
    return status == Status.OK || status == Status.WARN;
  }
}
