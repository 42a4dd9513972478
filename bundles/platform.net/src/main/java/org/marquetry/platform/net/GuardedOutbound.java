package org.marquetry.platform.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.outbound.Deadline;
import org.marquetry.lib.outbound.LimitedBody;
import org.marquetry.lib.outbound.OutboundRefused;
import org.marquetry.platform.api.net.Outbound;
import org.marquetry.platform.api.net.OutboundAnswer;
import org.marquetry.platform.api.net.OutboundException;
import org.marquetry.platform.api.net.OutboundException.Reason;
import org.marquetry.platform.api.net.OutboundRequest;

/// Asks as one bundle may.
public final class GuardedOutbound implements Outbound {
  private static final int NO_CONTENT = 204;

  private final Supplier<Hosts> hosts;
  private final Set<String> inside;
  private final org.marquetry.lib.outbound.Outbound outside;
  private final org.marquetry.lib.outbound.Outbound everywhere;

  /// @param hosts asked at each request: a feature may be changed meanwhile
  /// @param inside hosts of the own network that may be asked
  GuardedOutbound(Supplier<Hosts> hosts, Set<String> inside) {
    this(
        hosts,
        inside,
        new org.marquetry.lib.outbound.Outbound(),
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  GuardedOutbound(
      Supplier<Hosts> hosts,
      Set<String> inside,
      org.marquetry.lib.outbound.Outbound outside,
      SSLSocketFactory tls) {
    Predicate<InetAddress> any = _ -> true;
    this.hosts = hosts;
    this.inside = inside;
    this.outside = outside;
    this.everywhere = new org.marquetry.lib.outbound.Outbound(any, tls);
  }

  /// One for tests: any host is declared.
  ///
  /// @param inside hosts that are reached though they are not on the public internet, also by http
  public static Outbound of(Set<String> inside) {
    return new GuardedOutbound(() -> new Hosts("test", Set.of("*")), inside);
  }

  @Override
  public OutboundAnswer send(OutboundRequest request) {
    long deadline = System.nanoTime() + request.timeout().toNanos();
    String host =
        request.uri().getHost() == null ? "" : request.uri().getHost().toLowerCase(Locale.ROOT);
    Hosts allowed = hosts.get();
    if (!host.isEmpty() && !allowed.allow(host)) {
      throw new OutboundException(
          Reason.REFUSED,
          host
              + " is none of the hosts that the feature of "
              + allowed.bundle()
              + " declares ("
              + allowed.words()
              + ")",
          null);
    }
    HttpURLConnection connection = prepare(request, host);
    Deadline end = Deadline.of(connection, deadline);
    try (end) {
      connect(connection, host);
      return exchange(connection, request, deadline);
    } catch (HttpRetryException asksWhoWeAre) {
      return new OutboundAnswer(asksWhoWeAre.responseCode(), Map.of(), new byte[0]);
    } catch (OutboundRefused refused) {
      throw told(refused, host);
    } catch (IOException e) {
      String how = end.isOver() ? "it did not answer in time" : String.valueOf(e.getMessage());
      throw new OutboundException(
          Reason.BROKEN, "the connection to " + host + " broke (" + how + ")", e);
    } finally {
      connection.disconnect();
    }
  }

  private HttpURLConnection prepare(OutboundRequest request, String host) {
    try {
      HttpURLConnection connection = opened(request, host);
      connection.setRequestMethod(request.method());
      connection.setRequestProperty("Connection", "close"); // one that went stale would break
      request.headers().forEach(connection::setRequestProperty);
      if (!request.isReading()) {
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(request.body().length); // is never sent again
      }
      return connection;
    } catch (OutboundRefused refused) {
      throw told(refused, host);
    } catch (IOException e) {
      throw unreachable(host, e);
    }
  }

  private static void connect(HttpURLConnection connection, String host) throws OutboundRefused {
    try {
      connection.connect();
    } catch (OutboundRefused refused) {
      throw refused;
    } catch (IOException e) {
      throw unreachable(host, e);
    }
  }

  private static OutboundException unreachable(String host, IOException e) {
    return new OutboundException(
        Reason.UNREACHABLE, host + " cannot be reached (" + e.getMessage() + ")", e);
  }

  private HttpURLConnection opened(OutboundRequest request, String host) throws IOException {
    URI uri = request.uri();
    boolean isInside = inside.contains(host);
    if (isInside && "http".equalsIgnoreCase(uri.getScheme()) && uri.getUserInfo() == null) {
      return org.marquetry.lib.outbound.Outbound.unguarded(uri, request.timeout());
    }
    URI checked = org.marquetry.lib.outbound.Outbound.checked(uri.toString());
    return (isInside ? everywhere : outside).open(checked, request.timeout());
  }

  private static OutboundAnswer exchange(
      HttpURLConnection connection, OutboundRequest request, long deadline) throws IOException {
    if (!request.isReading()) {
      try (var out = connection.getOutputStream()) {
        out.write(request.body());
      }
    }
    int status = connection.getResponseCode();
    if (status < 0) throw new IOException("what answers speaks no HTTP");
    Map<String, List<String>> headers = new HashMap<>();
    connection
        .getHeaderFields()
        .forEach((name, values) -> {
          if (name != null) headers.put(name, values);
        });
    boolean isEmpty = request.method().equals("HEAD") || status == NO_CONTENT;
    InputStream in =
        isEmpty ? null : status < 400 ? connection.getInputStream() : connection.getErrorStream();
    return new OutboundAnswer(status, headers, body(in, request, deadline));
  }

  private static byte[] body(@Nullable InputStream in, OutboundRequest request, long deadline)
      throws IOException {
    if (in == null) return new byte[0];
    try (LimitedBody body = new LimitedBody(in, request.mostBytes(), deadline)) {
      return body.readAllBytes();
    }
  }

  private static OutboundException told(OutboundRefused refused, String host) {
    Reason reason =
        switch (refused.reason()) {
          case NOT_HTTPS, INTERNAL, TOO_MANY_REDIRECTS, ERROR -> Reason.REFUSED;
          case NO_HOST -> Reason.NO_HOST;
          case UNREACHABLE -> Reason.UNREACHABLE;
          case TOO_SLOW -> Reason.BROKEN;
          case TOO_MANY_BYTES -> Reason.TOO_LARGE;
        };
    String more =
        refused.reason() == OutboundRefused.Reason.INTERNAL
            ? "; the operator may name " + host + " in org.marquetry.platform.net.inside"
            : "";
    return new OutboundException(reason, refused.getMessage() + more, refused);
  }
}
