package org.marquetry.platform.api.net;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What is asked of a host. Never changed: each method that sets something returns another one.
public final class OutboundRequest {
  /// Longest body of an answer that can be asked for.
  public static final int MOST_BYTES = 64 << 20;

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");
  private static final Set<String> OURS =
      Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final String method;
  private final URI uri;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Duration timeout;
  private final int mostBytes;

  private OutboundRequest(
      String method,
      URI uri,
      Map<String, String> headers,
      byte[] body,
      Duration timeout,
      int mostBytes) {
    this.method = method;
    this.uri = uri;
    this.headers = headers;
    this.body = body;
    this.timeout = timeout;
    this.mostBytes = mostBytes;
  }

  /// A request without headers and body, which waits 10 s and takes 1 MB.
  ///
  /// @param method `GET`, `HEAD`, `POST`, `PUT` or `DELETE`
  /// @param uri with a host
  public static OutboundRequest of(String method, URI uri) {
    check(METHODS.contains(method), "method must be one of " + METHODS, method);
    return new OutboundRequest(method, uri, Map.of(), new byte[0], Duration.ofSeconds(10), 1 << 20);
  }

  /// With a header; one of that name goes.
  ///
  /// @param value printable ASCII characters and blanks
  public OutboundRequest header(String name, String value) {
    check(NAME.matcher(name).matches(), "a header must have a name of letters", name);
    check(!OURS.contains(name.toLowerCase(Locale.ROOT)), "this header is set by the suite", name);
    check(
        value.chars().allMatch(c -> c >= ' ' && c < 0x7f),
        "a header's value must be printable ASCII",
        name);
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new OutboundRequest(
        method, uri, Collections.unmodifiableMap(more), body, timeout, mostBytes);
  }

  /// With a body; not for `GET` and `HEAD`.
  public OutboundRequest body(byte[] content) {
    check(!isReading(), "this method has no body", method);
    return new OutboundRequest(method, uri, headers, content.clone(), timeout, mostBytes);
  }

  /// With a text as its body, in UTF-8.
  public OutboundRequest body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Wait so long for the connection, for each piece of the answer, and for all of its body.
  ///
  /// @param longest 1 ms to 5 min
  public OutboundRequest timeout(Duration longest) {
    check(
        longest.toMillis() >= 1 && longest.compareTo(LONGEST) <= 0,
        "a timeout must be 1 ms to 5 min",
        longest.toString());
    return new OutboundRequest(method, uri, headers, body, longest, mostBytes);
  }

  /// Take an answer of so many bytes at most.
  ///
  /// @param bytes 0 to [#MOST_BYTES]
  public OutboundRequest mostBytes(int bytes) {
    check(bytes >= 0 && bytes <= MOST_BYTES, "bytes must be 0.." + MOST_BYTES, "" + bytes);
    return new OutboundRequest(method, uri, headers, body, timeout, bytes);
  }

  private static void check(boolean good, String rule, String got) {
    if (!good) throw new IllegalArgumentException(rule + ", got \"" + got + "\"");
  }

  /// Whether it changes nothing there: `GET` or `HEAD`.
  public boolean isReading() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /// Its method, in capitals.
  public String method() {
    return method;
  }

  /// Where to.
  public URI uri() {
    return uri;
  }

  /// By name, of any letter case.
  public Map<String, String> headers() {
    return headers;
  }

  /// A copy of the body; empty when there is none.
  public byte[] body() {
    return body.clone();
  }

  /// How long is waited.
  public Duration timeout() {
    return timeout;
  }

  /// How many bytes are taken.
  public int mostBytes() {
    return mostBytes;
  }
}
