package org.marquetry.lib.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.Optional;

/// What an address answered; the body is read as it comes. For one thread.
public final class OutboundAnswer implements AutoCloseable {
  private final HttpURLConnection connection;
  private final OutboundLimits limits;
  private final long deadline;

  OutboundAnswer(HttpURLConnection connection, OutboundLimits limits, long deadline) {
    this.connection = connection;
    this.limits = limits;
    this.deadline = deadline;
  }

  /// HTTP status, 200 to 299, or 304.
  public int status() throws IOException {
    return connection.getResponseCode();
  }

  /// A header, whatever the case of its name.
  public Optional<String> header(String name) {
    return Optional.ofNullable(connection.getHeaderField(name));
  }

  /// The body; reading beyond the limits throws [OutboundRefused].
  public InputStream body() throws IOException {
    return new LimitedBody(connection.getInputStream(), limits.bytes(), deadline);
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
