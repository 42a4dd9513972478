package org.marquetry.ui.shell;

import jakarta.servlet.http.HttpServletResponse;

/// The headers of every answer of the UI. Flow's client starts with an inline script and evaluates
/// what the server sends, so scripts need 'unsafe-inline' and 'unsafe-eval'; everything else is
/// closed (docs/adr/0005-content-security-policy.md).
final class SecurityHeaders {
  private static final String POLICY =
      "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
          + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'self'; "
          + "frame-ancestors 'none'";

  private SecurityHeaders() {}

  static void set(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  }
}
