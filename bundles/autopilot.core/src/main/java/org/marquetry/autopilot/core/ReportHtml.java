package org.marquetry.autopilot.core;

import java.util.List;

/// Write a report as one HTML file that needs nothing else: style, charts and the language switch
/// are inside.
final class ReportHtml {
  private final Messages messages;
  private final StringBuilder out = new StringBuilder(1 << 16);

  private ReportHtml(Messages messages) {
    this.messages = messages;
  }

  /// @param language which language shows first, `zh` or `en`
  static String write(Report report, Messages messages, String language) {
    return new ReportHtml(messages).page(report, language);
  }

  private String page(Report report, String language) {
    out.append("<!doctype html>\n<html lang=\"")
        .append(language.equals("zh") ? "zh-CN" : "en")
        .append("\">\n<head><meta charset=\"utf-8\">");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    out.append("<link rel=\"icon\" href=\"data:,\"><title>Marquetry · ")
        .append(Html.escape(report.shop()))
        .append("</title><style>");
    out.append(Resources.read("report.css")).append("</style></head>\n<body>");
    head(report);
    out.append("<main><p class=\"headline\">").append(Html.both(report.headline())).append("</p>");
    report.steps().forEach(this::step);
    out.append("</main>");
    foot(report);
    return out.append("<script>")
        .append(Resources.read("report.js"))
        .append("</script></body></html>\n")
        .toString();
  }

  private void head(Report report) {
    out.append("<header><div><strong>Marquetry</strong> · ")
        .append(Html.escape(report.shop()))
        .append("</div><nav>");
    for (StepReport s : report.steps()) {
      out.append("<a href=\"#")
          .append(s.name().key())
          .append("\">")
          .append(text("step." + s.name().key()))
          .append("</a>");
    }
    out.append(
        "</nav><div class=\"languages\"><button type=\"button\" data-language=\"zh-CN\">中文</button>");
    out.append("<button type=\"button\" data-language=\"en\">English</button></div></header>");
  }

  private void step(StepReport s) {
    out.append("<section id=\"")
        .append(s.name().key())
        .append("\"><h2>")
        .append(s.name().number())
        .append(" · ");
    out.append(text("step." + s.name().key()))
        .append(" <span class=\"status ")
        .append(s.status().key())
        .append("\">");
    out.append(text("status." + s.status().key())).append("</span></h2>");
    if (!s.summary().en().isEmpty()) {
      out.append("<p>").append(Html.both(s.summary())).append("</p>");
    }
    s.reason()
        .ifPresent(r -> out.append("<p class=\"reason\">").append(Html.both(r)).append("</p>"));
    figures(s.figures());
    s.charts().forEach(c -> out.append(SvgChart.draw(c)));
    s.tables().forEach(this::table);
    if (!s.notes().isEmpty()) {
      out.append("<ul class=\"notes\">");
      s.notes().forEach(n -> out.append("<li>").append(Html.both(n)).append("</li>"));
      out.append("</ul>");
    }
    out.append("</section>\n");
  }

  private void figures(List<Figure> figures) {
    if (figures.isEmpty()) {
      return;
    }
    out.append("<dl class=\"figures\">");
    for (Figure f : figures) {
      out.append("<div><dt>")
          .append(Html.both(f.label()))
          .append("</dt><dd>")
          .append(Html.number(f.value(), f.unit()));
      f.interval()
          .ifPresent(i ->
              out.append("<small>[")
                  .append(Html.number(i.low(), ""))
                  .append("; ")
                  .append(Html.number(i.high(), ""))
                  .append("] ")
                  .append(Math.round(i.level() * 100))
                  .append(" %</small>"));
      out.append("</dd></div>");
    }
    out.append("</dl>");
  }

  private void table(Table t) {
    out.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(Html.escape(t.title().en()))
        .append("\">");
    out.append("<table><caption>").append(Html.both(t.title())).append("</caption><thead><tr>");
    for (int i = 0; i < t.columns().size(); i++) {
      boolean number = !t.rows().isEmpty() && t.rows().getFirst().get(i) instanceof Number;
      out.append(number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
      out.append(Html.both(t.columns().get(i).heading())).append("</th>");
    }
    out.append("</tr></thead><tbody>");
    for (List<Object> row : t.rows()) {
      out.append("<tr>");
      for (Object cell : row) {
        if (cell instanceof Number n) {
          out.append("<td class=\"n\">").append(Html.number(n.doubleValue(), "")).append("</td>");
        } else {
          out.append("<td>")
              .append(cell instanceof Text x ? Html.both(x) : Html.escape(cell.toString()))
              .append("</td>");
        }
      }
      out.append("</tr>");
    }
    out.append("</tbody></table></div>");
  }

  private void foot(Report report) {
    out.append("<footer>")
        .append(
            Html.both(
                messages.text(
                    "report.foot", report.asOf().toString().substring(0, 10), report.version())))
        .append("</footer>");
  }

  private String text(String key) {
    return Html.both(messages.text(key));
  }
}
