package org.marquetry.feature.core.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.marquetry.lib.outbound.Outbound;
import org.marquetry.lib.outbound.OutboundAnswer;
import org.marquetry.lib.outbound.OutboundLimits;

/// A folder of a web server.
///
/// @param address ends in `/`
record HttpPlace(Outbound outbound, String address) implements Place {
  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofMinutes(5);

  @Override
  public InputStream open(String path, long most) throws IOException {
    OutboundAnswer answer =
        outbound.get(
            address + path, Map.of(), new OutboundLimits(Math.max(1, most), WHOLE, SILENCE));
    return new FilterInputStream(answer.body()) {
      @Override
      public void close() throws IOException {
        super.close();
        answer.close();
      }
    };
  }

  @Override
  public String name(String path) {
    return address + path;
  }
}
