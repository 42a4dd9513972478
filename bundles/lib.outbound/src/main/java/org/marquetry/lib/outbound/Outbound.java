package org.marquetry.lib.outbound;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.marquetry.lib.outbound.OutboundRefused.Reason;

/// Reads addresses that strangers give. Safe for many threads; a call blocks until the answer
/// begins.
public final class Outbound {
  private static final int MAX_REDIRECTS = 5;
  private static final int HTTPS = 443;
  private static final int LAST_SYSTEM_PORT = 1023;

  private final Predicate<InetAddress> allowed;
  private final CheckedSockets sockets;

  /// Read from the public internet only.
  public Outbound() {
    this(PublicAddress::is, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /// Read from where a test runs its server.
  ///
  /// @param allowed addresses that may be connected to
  /// @param tls whom to trust
  public Outbound(Predicate<InetAddress> allowed, SSLSocketFactory tls) {
    this.allowed = allowed;
    this.sockets = new CheckedSockets(tls, allowed);
  }

  /// Check an address as it stands, without asking anybody: for a form that somebody fills in.
  ///
  /// @throws OutboundRefused with [Reason#NOT_HTTPS]
  public static URI checked(String address) throws OutboundRefused {
    try {
      URI uri = new URI(address.strip());
      boolean good =
          "https".equalsIgnoreCase(uri.getScheme())
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && (uri.getPort() == -1
                  || uri.getPort() == HTTPS
                  || uri.getPort() > LAST_SYSTEM_PORT);
      if (good) {
        return uri;
      }
    } catch (URISyntaxException notOne) {
      // Refused as any other that is none.
    }
    throw new OutboundRefused(
        Reason.NOT_HTTPS, "an address must begin with https:// and name a host");
  }

  /// Ask for what stands at an address; redirects are followed, each checked as the first.
  ///
  /// @param headers further ones, for example `If-None-Match`
  /// @return to be closed; its body is not read yet
  /// @throws OutboundRefused if it must not be read, or does not answer in time
  /// @throws IOException if it cannot be reached or answers with an error; its message says which
  public OutboundAnswer get(String address, Map<String, String> headers, OutboundLimits limits)
      throws IOException {
    long deadline = System.nanoTime() + limits.whole().toNanos();
    URI uri = checked(address);
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      HttpURLConnection connection = connect(uri, headers, limits);
      int status = status(connection);
      String further = connection.getHeaderField("Location");
      if (status / 100 == 3 && status != HttpURLConnection.HTTP_NOT_MODIFIED && further != null) {
        connection.disconnect();
        uri = checked(resolved(uri, further));
      } else if (status / 100 == 2 || status == HttpURLConnection.HTTP_NOT_MODIFIED) {
        return new OutboundAnswer(connection, limits, deadline);
      } else {
        connection.disconnect();
        throw new IOException(uri.getHost() + " answered with " + status);
      }
    }
    throw new OutboundRefused(
        Reason.TOO_MANY_REDIRECTS, "more than " + MAX_REDIRECTS + " redirects from " + address);
  }

  private static String resolved(URI from, String to) {
    try {
      return from.resolve(to).toString();
    } catch (IllegalArgumentException notOne) {
      return "";
    }
  }

  private static int status(HttpURLConnection connection) throws IOException {
    try {
      return connection.getResponseCode();
    } catch (SocketTimeoutException late) {
      throw new OutboundRefused(Reason.TOO_SLOW, "the host did not answer in time");
    }
  }

  private HttpURLConnection connect(URI uri, Map<String, String> headers, OutboundLimits limits)
      throws IOException {
    check(uri.getHost());
    HttpsURLConnection connection = (HttpsURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    connection.setSSLSocketFactory(sockets);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    int silence = (int) Math.min(Integer.MAX_VALUE, limits.silence().toMillis());
    connection.setConnectTimeout(silence);
    connection.setReadTimeout(silence);
    connection.setRequestProperty("User-Agent", "Marquetry");
    headers.forEach(connection::setRequestProperty);
    return connection;
  }

  /// Every address of the host must be allowed: which one is taken is not ours to say.
  private void check(String host) throws IOException {
    try {
      if (!Arrays.stream(InetAddress.getAllByName(host)).allMatch(allowed)) {
        throw new OutboundRefused(
            Reason.INTERNAL,
            "the host is not on the public internet: " + host.toLowerCase(Locale.ROOT));
      }
    } catch (UnknownHostException unknown) {
      throw new OutboundRefused(Reason.NO_HOST, "the host is not known: " + host);
    }
  }
}
