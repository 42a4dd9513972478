package org.marquetry.access.api;

import java.time.ZoneId;
import java.util.Currency;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Set up a fresh home: the first user and the shop's basic settings, once, with a one-time token
/// that only the operator sees.
@ProviderType
@Requires("access.setUp")
public interface SetUp {
  /// Tell whether this home still has no user.
  boolean needed();

  /// Give the one-time token, for the launcher to print; made anew at each start until set-up is
  /// done.
  ///
  /// @throws IllegalStateException if set-up is done
  @Requires("access.setUpToken")
  String token();

  /// Create the first user, an administrator, and the shop's settings, in one durable write.
  ///
  /// @throws IllegalArgumentException naming what is wrong with a value; nothing is stored
  /// @throws IllegalStateException if set-up is done already, also by somebody else a moment ago
  Done complete(Request request);

  /// What the first page asks.
  ///
  /// @param token the one-time token
  /// @param name of the administrator, 1 to 64 characters
  /// @param password at least 10 characters
  /// @param language `zh-CN` or `en`
  /// @param shopName what the shop is called, 1 to 100 characters
  record Request(
      String token,
      String name,
      String password,
      String language,
      String shopName,
      Currency currency,
      ZoneId zone) {
    /// Names nothing secret, so that a request may stand in a log.
    @Override
    public String toString() {
      return "SetUp.Request[" + language + ", " + currency + ", " + zone + "]";
    }
  }

  /// How set-up ended.
  enum Done {
    OK,
    /// The token is wrong; after ten wrong ones a new token is made and only the new one counts.
    WRONG_TOKEN
  }
}
