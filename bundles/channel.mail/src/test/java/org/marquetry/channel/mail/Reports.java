package org.marquetry.channel.mail;

import java.nio.charset.StandardCharsets;

/// Mails as servers send them.
final class Reports {
  private Reports() {}

  /// @param headers of the mail that came back
  static byte[] bounce(String action, String status, String headers) {
    return report(
        "delivery-status",
        "message/delivery-status",
        """
        Reporting-MTA: dns; mx.example.test

        Final-Recipient: rfc822; anna@example.test
        Action: %s
        Status: %s
        Diagnostic-Code: smtp; 550 5.1.1 <anna@example.test>: user unknown
        """
            .formatted(action, status),
        "text/rfc822-headers",
        headers);
  }

  /// @param mail the whole mail that was complained about
  static byte[] complaint(String kind, String mail) {
    return report(
        "feedback-report",
        "message/feedback-report",
        "Feedback-Type: %s\nUser-Agent: SomeFeedback/1.0\nVersion: 1\n".formatted(kind),
        "message/rfc822",
        mail);
  }

  private static byte[] report(
      String type, String toldAs, String told, String returnedAs, String returned) {
    return """
    From: MAILER-DAEMON@mx.example.test
    To: bounces@shop.example
    Subject: Report
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=%s; boundary="=_r"

    --=_r
    Content-Type: text/plain; charset=utf-8

    Action: failed. For people.

    --=_r
    Content-Type: %s

    %s
    --=_r
    Content-Type: %s

    %s
    --=_r--
    """
        .formatted(type, toldAs, told, returnedAs, returned.replace("\r\n", "\n"))
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
