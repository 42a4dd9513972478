package org.marquetry.bench.mail;

import java.time.Instant;
import org.marquetry.campaign.policy.Permits;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;

/// Letters as a campaign writes them: 12 products, some 9 KB of HTML, each to another person.
final class Letters {
  static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
  private static final String HTML = html();
  private static final String TEXT = "您好\n" + "红色连衣裙，现价 129.00 元\n".repeat(12);

  private Letters() {}

  private static String html() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      rows.append("<tr><td style=\"padding:8px\"><a href=\"https://shop.example/p/")
          .append(i)
          .append("\"><strong>红色连衣裙</strong></a><p style=\"margin:0;color:#555\">")
          .append("您浏览过同类的款式；本周很多老顾客也选了它。现价 129.00 元。</p></td></tr>\n");
    }
    String style =
        "<style>" + "td{font-family:sans-serif;font-size:16px}\n".repeat(80) + "</style>";
    return "<!DOCTYPE html><html lang=\"zh\"><head>"
        + style
        + "</head><body><table>"
        + rows
        + "</table><p><a href=\""
        + Message.UNSUBSCRIBE
        + "\">退订</a></p></body></html>";
  }

  static Permit permit(String round, long n) {
    return Permits.of("bench-" + round, "first", "customer-" + n, AT, false);
  }

  static Message message(long n) {
    return new Message(
        "customer-" + n + "@example.test",
        "zh-CN",
        "好久不见：为您挑选的红色连衣裙",
        TEXT + Message.UNSUBSCRIBE,
        HTML);
  }
}
