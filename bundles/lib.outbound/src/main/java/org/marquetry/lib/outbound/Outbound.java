package org.marquetry.lib.outbound;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.marquetry.lib.outbound.OutboundRefused.Reason;
import org.marquetry.shop.api.Words;

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
        Reason.NOT_HTTPS,
        new Words("地址须以 https:// 开头并写明主机", "an address must begin with https:// and name a host"));
  }

  /// Ask for what stands at an address; redirects are followed, each checked as the first.
  ///
  /// @param headers further ones, for example `If-None-Match`
  /// @return to be closed; its body is not read yet
  /// @throws OutboundRefused if it must not be read, cannot be reached, does not answer in time, or
  ///   answers with an error; its words say which
  public OutboundAnswer get(String address, Map<String, String> headers, OutboundLimits limits)
      throws IOException {
    long deadline = System.nanoTime() + limits.whole().toNanos();
    URI uri = checked(address);
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      HttpURLConnection connection = connect(uri, headers, limits);
      int status = status(connection, deadline);
      String further = connection.getHeaderField("Location");
      if (status / 100 == 3 && status != HttpURLConnection.HTTP_NOT_MODIFIED && further != null) {
        connection.disconnect();
        uri = checked(resolved(uri, further));
      } else if (status / 100 == 2 || status == HttpURLConnection.HTTP_NOT_MODIFIED) {
        return new OutboundAnswer(connection, limits, deadline);
      } else {
        connection.disconnect();
        throw new OutboundRefused(
            Reason.ERROR,
            new Words(
                uri.getHost() + " 回答了错误 " + status, uri.getHost() + " answered with " + status));
      }
    }
    throw new OutboundRefused(
        Reason.TOO_MANY_REDIRECTS,
        new Words(
            address + " 的转向超过 " + MAX_REDIRECTS + " 次",
            "more than " + MAX_REDIRECTS + " redirects from " + address));
  }

  private static String resolved(URI from, String to) {
    try {
      return from.resolve(to).toString();
    } catch (IllegalArgumentException notOne) {
      return "";
    }
  }

  private static int status(HttpURLConnection connection, long deadline) throws IOException {
    Deadline end = Deadline.of(connection, deadline);
    try (end) {
      int status = connection.getResponseCode(); // also when the header broke off behind it
      if (end.isOver()) {
        throw late();
      }
      return status;
    } catch (SocketTimeoutException late) {
      throw late();
    } catch (OutboundRefused refused) {
      throw refused;
    } catch (IOException broken) {
      if (end.isOver()) {
        throw late();
      }
      String host = connection.getURL().getHost();
      OutboundRefused unreachable =
          new OutboundRefused(
              Reason.UNREACHABLE,
              new Words(
                  "无法连接 " + host + "（" + broken.getMessage() + "）",
                  host + " cannot be reached (" + broken.getMessage() + ")"));
      unreachable.initCause(broken);
      throw unreachable;
    }
  }

  private static OutboundRefused late() {
    return new OutboundRefused(
        Reason.TOO_SLOW, new Words("主机没有按时回答", "the host did not answer in time"));
  }

  private HttpURLConnection connect(URI uri, Map<String, String> headers, OutboundLimits limits)
      throws IOException {
    HttpURLConnection connection = open(uri, limits.silence());
    headers.forEach(connection::setRequestProperty);
    return connection;
  }

  /// Prepare a request: nothing is sent yet, and nothing will be before the address at the other
  /// end is known to be allowed. Redirects are not followed.
  ///
  /// @param uri as [#checked] gave it
  /// @param silence longest wait for the connection, and for the next bytes
  /// @throws OutboundRefused with [Reason#INTERNAL] or [Reason#NO_HOST]
  public HttpURLConnection open(URI uri, Duration silence) throws IOException {
    check(uri.getHost());
    HttpsURLConnection connection = (HttpsURLConnection) unguarded(uri, silence);
    connection.setSSLSocketFactory(sockets);
    return connection;
  }

  /// Prepare a request as [#open], also by `http`, without a look at where it goes: for a host that
  /// the operator named.
  public static HttpURLConnection unguarded(URI uri, Duration silence) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    int millis = (int) Math.min(Integer.MAX_VALUE, silence.toMillis());
    connection.setConnectTimeout(millis);
    connection.setReadTimeout(millis);
    connection.setRequestProperty("User-Agent", "Marquetry");
    return connection;
  }

  static OutboundRefused internal(String host) {
    return new OutboundRefused(
        Reason.INTERNAL,
        new Words("主机不在公共互联网上：" + host, "the host is not on the public internet: " + host));
  }

  /// Every address of the host must be allowed: which one is taken is not ours to say.
  private void check(String host) throws IOException {
    try {
      if (!Arrays.stream(InetAddress.getAllByName(host)).allMatch(allowed)) {
        throw internal(host.toLowerCase(Locale.ROOT));
      }
    } catch (UnknownHostException unknown) {
      throw new OutboundRefused(
          Reason.NO_HOST, new Words("找不到主机：" + host, "the host is not known: " + host));
    }
  }
}
