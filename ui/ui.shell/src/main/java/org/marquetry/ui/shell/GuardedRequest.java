package org.marquetry.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/// A request whose session cookie goes to no other site's request: `SameSite=Lax`, which Felix'
/// Jetty cannot be told. A link from a mail still finds its user logged in. `HttpOnly` comes from
/// the port's configuration (`platform.http`).
@NullUnmarked
final class GuardedRequest extends HttpServletRequestWrapper {
  private static final String SET_COOKIE = "Set-Cookie";
  private static final String SAME_SITE = "SameSite=";

  private final HttpServletResponse response;

  GuardedRequest(HttpServletRequest request, HttpServletResponse response) {
    super(request);
    this.response = response;
  }

  @Override
  public HttpSession getSession() {
    return getSession(true);
  }

  @Override
  public HttpSession getSession(boolean create) {
    HttpSession session = super.getSession(create);
    guard();
    return session;
  }

  @Override
  public String changeSessionId() {
    String id = super.changeSessionId();
    guard();
    return id;
  }

  private void guard() {
    Collection<String> cookies = response.getHeaders(SET_COOKIE);
    if (cookies.isEmpty() || cookies.stream().allMatch(c -> c.contains(SAME_SITE))) {
      return;
    }
    List<String> guarded =
        cookies.stream()
            .map(c -> c.contains(SAME_SITE) ? c : c + "; " + SAME_SITE + "Lax")
            .toList();
    response.setHeader(SET_COOKIE, guarded.getFirst());
    guarded.stream().skip(1).forEach(c -> response.addHeader(SET_COOKIE, c));
  }
}
