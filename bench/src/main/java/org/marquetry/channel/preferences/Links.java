package org.marquetry.channel.preferences;

import java.io.IOException;
import java.nio.file.Path;
import org.marquetry.channel.api.UnsubscribeLinks;

/// Gives the benchmarks the links of a home.
public final class Links {
  private Links() {}

  /// @param address where readers reach the suite; empty: where the home says that it listens
  public static UnsubscribeLinks in(Path home, String address) throws IOException {
    return new SignedLinks(home, address);
  }
}
