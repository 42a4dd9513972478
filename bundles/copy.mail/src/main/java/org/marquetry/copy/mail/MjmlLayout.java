package org.marquetry.copy.mail;

import java.util.List;
import org.marquetry.channel.api.Message;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailOpening;
import org.marquetry.copy.api.MailText;

/// A mail as MJML: one column of 600 pixels, system fonts, nothing loaded from elsewhere but the
/// pictures, readable in the dark.
final class MjmlLayout extends Layout {
  private static final String TAIL = "</mj-body></mjml>";

  MjmlLayout(MailDesign design, String language) {
    super(design, language);
  }

  @Override
  String whole() {
    List<MailOpening> openings = design.openings();
    StringBuilder out = new StringBuilder();
    out.append(
        head(
            opening(openings.stream().map(MailOpening::subject).toList(), Html::escape),
            opening(openings.stream().map(MailOpening::preheader).toList(), Html::escape)));
    design.blocks().forEach(block -> out.append(block(block)));
    return out.append(TAIL).toString();
  }

  private static String head(String title, String preview) {
    return """
    <mjml><mj-head>
    <mj-title>%s</mj-title><mj-preview>%s</mj-preview>
    <mj-attributes>
    <mj-all font-family="-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', Arial, sans-serif" />
    <mj-text font-size="16px" line-height="1.5" color="#1f2328" padding="8px 24px" />
    <mj-section padding="0" background-color="#ffffff" />
    <mj-image padding="8px 24px" />
    <mj-button background-color="#0a4b78" color="#ffffff" border-radius="6px" font-size="16px" inner-padding="12px 24px" padding="16px 24px" />
    </mj-attributes>
    <mj-style>
    :root { color-scheme: light dark; }
    @media (prefers-color-scheme: dark) {
      body, body div[role="article"] { background: #0d1117 !important; }
      .mq-section, .mq-section table { background: #161b22 !important; }
      .mq-text div, .mq-text p, .mq-text h1, .mq-text a { color: #e6edf3 !important; }
      .mq-quiet div, .mq-quiet a { color: #9da7b3 !important; }
    }
    </mj-style>
    </mj-head><mj-body background-color="#f3f5f7">
    """
        .formatted(title, preview);
  }

  private String block(MailBlock block) {
    return switch (block) {
      case MailBlock.Heading(MailText text) ->
          section(
              "<mj-text css-class=\"mq-text\" padding=\"24px 24px 8px\"><h1 style=\"margin:0;"
                  + "font-size:26px;line-height:1.3\">"
                  + words(text, Html::lines)
                  + "</h1></mj-text>");
      case MailBlock.Text(MailText text) ->
          section("<mj-text css-class=\"mq-text\">" + words(text, Html::lines) + "</mj-text>");
      case MailBlock.Picture(String address, MailText alt, String link) ->
          Address.safe(address).map(a -> section(picture(a, alt, link))).orElse("");
      case MailBlock.Products _, MailBlock.Recommendations _ -> products(rows(block));
      case MailBlock.Button(MailText text, String link) ->
          section(
              "<mj-button"
                  + Address.safe(link).map(a -> attribute("href", a)).orElse("")
                  + ">"
                  + words(text, Html::escape)
                  + "</mj-button>");
      case MailBlock.Coupon(MailText text) -> coupon(text);
      case MailBlock.Footer(MailText text, MailText unsubscribe) -> footer(text, unsubscribe);
    };
  }

  private static String section(String content) {
    return "<mj-section css-class=\"mq-section\"><mj-column>"
        + content
        + "</mj-column></mj-section>\n";
  }

  private static String raw(String mark) {
    return "<mj-raw>" + mark + "</mj-raw>";
  }

  private String attribute(String name, String address) {
    return " " + name + "=\"" + marks.constant(Html.escape(address)) + "\"";
  }

  private String picture(String address, MailText alt, String link) {
    return "<mj-image"
        + attribute("src", address)
        + " alt=\""
        + words(alt, Html::escape)
        + "\""
        + Address.safe(link).map(a -> attribute("href", a)).orElse("")
        + " />";
  }

  private String coupon(MailText text) {
    int there = hasCode();
    return raw(Marks.open(there))
        + section(
            "<mj-text css-class=\"mq-text\" align=\"center\" padding=\"16px 24px 4px\">"
                + words(text, Html::lines)
                + "</mj-text><mj-text css-class=\"mq-text\" align=\"center\" font-size=\"26px\""
                + " font-weight=\"bold\" letter-spacing=\"2px\" padding=\"4px 24px 16px\"><span"
                + " style=\"display:inline-block;padding:8px 16px;border:2px dashed #8c959f\">"
                + value(FactNames.OFFER_CODE, Html::escape)
                + "</span></mj-text>")
        + raw(Marks.close(there));
  }

  private String footer(MailText text, MailText unsubscribe) {
    return section(
        "<mj-divider border-width=\"1px\" border-color=\"#d0d7de\" padding=\"24px 24px 8px\" />"
            + "<mj-text css-class=\"mq-quiet\" font-size=\"13px\" color=\"#57606a\" padding=\"8px"
            + " 24px 24px\">"
            + words(text, Html::lines)
            + "<br><a style=\"color:#57606a\" href=\""
            + marks.constant(Message.UNSUBSCRIBE)
            + "\">"
            + words(unsubscribe, Html::escape)
            + "</a></mj-text>");
  }

  private String products(List<List<Integer>> rows) {
    StringBuilder out = new StringBuilder();
    for (List<Integer> row : rows) {
      int there = has(row.getFirst());
      out.append(raw(Marks.open(there))).append("<mj-section css-class=\"mq-section\">");
      int columns = Math.max(row.size(), rows.getFirst().size());
      for (int i = 0; i < columns; i++) {
        out.append("<mj-column>")
            .append(i < row.size() ? product(row.get(i)) : raw(""))
            .append("</mj-column>");
      }
      out.append("</mj-section>").append(raw(Marks.close(there)));
    }
    return out.toString();
  }

  private String product(int cell) {
    int there = has(cell);
    int linked = has(cell, Filling.Item::link);
    int plain = lacks(cell, Filling.Item::link);
    int pictured = has(cell, Filling.Item::picture);
    String image =
        "<mj-image src=\""
            + field(cell, Filling.Item::picture, Html::escape)
            + "\" alt=\"\" border-radius=\"6px\"";
    String href = " href=\"" + field(cell, Filling.Item::link, Html::escape) + "\"";
    String title = field(cell, Filling.Item::title, Html::escape);
    return raw(Marks.open(there) + Marks.open(pictured) + Marks.open(linked))
        + image
        + href
        + " />"
        + raw(Marks.close(linked) + Marks.open(plain))
        + image
        + " />"
        + raw(Marks.close(plain) + Marks.close(pictured))
        + "<mj-text css-class=\"mq-text\">"
        + Marks.open(linked)
        + "<a style=\"color:#0a4b78;font-weight:bold\""
        + href
        + ">"
        + title
        + "</a>"
        + Marks.close(linked)
        + Marks.open(plain)
        + "<strong>"
        + title
        + "</strong>"
        + Marks.close(plain)
        + field(cell, Filling.Item::price, p -> p.isEmpty() ? p : "<br>" + Html.escape(p))
        + "</mj-text>"
        + why(cell)
        + raw(Marks.close(there));
  }

  private String why(int cell) {
    int known = has(cell, Filling.Item::why);
    return raw(Marks.open(known))
        + "<mj-text css-class=\"mq-quiet\" font-size=\"14px\" color=\"#57606a\" padding=\"0 24px"
        + " 8px\">"
        + field(cell, Filling.Item::why, Html::escape)
        + "</mj-text>"
        + raw(Marks.close(known));
  }
}
