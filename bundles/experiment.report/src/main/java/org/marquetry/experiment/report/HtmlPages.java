package org.marquetry.experiment.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Sets the pages as one HTML file without a script, that needs nothing else and prints on two
/// pages.
final class HtmlPages {
  private static final String STYLE =
      """
      @page { size: A4; margin: 15mm }
      * { box-sizing: border-box }
      body { color: #1d2329; font: 10.5pt/1.5 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 0 auto; max-width: 190mm; padding: 8mm }
      section + section { break-before: page; border-top: 1px solid #d5dade; margin-top: 10mm; padding-top: 6mm }
      h1 { font-size: 20pt; line-height: 1.2; margin: 0 }
      h2 { color: #2b6f65; font-size: 11pt; margin: 5mm 0 1mm }
      p { margin: 1.5mm 0; overflow-wrap: anywhere }
      .lead { font-size: 13pt; line-height: 1.45; margin: 4mm 0 }
      .note { color: #5a646e; font-size: 9pt }
      table { border-collapse: collapse; font-size: 9.5pt; width: 100% }
      th { color: #5a646e; font-weight: 500; text-align: start }
      th, td { border-bottom: 1px solid #e2e6e9; padding: 1mm 2mm 1mm 0; vertical-align: top }
      svg { display: block; height: auto; width: 100% }
      @media print { body { max-width: none; padding: 0 } section + section { border: 0; margin: 0; padding: 0 } }
      @media (prefers-color-scheme: dark) { @media screen { body { background: #14181b; color: #e8ecef } h2 { color: #7cc4b8 } .note, th { color: #a3adb6 } th, td { border-color: #333b42 } } }
      """;
  private static final int WIDTH = 680;
  private static final int HEIGHT = 230;
  private static final int LEFT = 62;
  private static final int TOP = 18;
  private static final int BOTTOM = 22;

  private HtmlPages() {}

  static String of(Contents contents, Locale language) {
    String pages =
        contents.pages().stream()
            .map(page ->
                page.stream()
                    .map(HtmlPages::block)
                    .collect(Collectors.joining("\n", "<section>\n", "\n</section>\n")))
            .collect(Collectors.joining());
    return """
    <!DOCTYPE html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    %s</body>
    </html>
    """
        .formatted(
            language.getLanguage().equals("zh") ? "zh-CN" : "en",
            escaped(contents.title()),
            STYLE,
            pages);
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Heading(String text) -> "<h2>" + escaped(text) + "</h2>";
      case Block.Text(String text, Block.Style style) ->
          switch (style) {
            case TITLE -> "<h1>" + escaped(text) + "</h1>";
            case LEAD -> "<p class=\"lead\">" + escaped(text) + "</p>";
            case BODY -> "<p>" + escaped(text) + "</p>";
            case NOTE -> "<p class=\"note\">" + escaped(text) + "</p>";
          };
      case Block.Rows(List<String> heads, List<List<String>> rows) -> table(heads, rows);
      case Block.Curve(Plot plot, String summary) -> svg(plot, summary);
    };
  }

  private static String table(List<String> heads, List<List<String>> rows) {
    return "<table><thead><tr>"
        + heads.stream()
            .map(h -> "<th scope=\"col\">" + escaped(h) + "</th>")
            .collect(Collectors.joining())
        + "</tr></thead><tbody>"
        + rows.stream()
            .map(row ->
                row.stream()
                    .map(cell -> "<td>" + escaped(cell) + "</td>")
                    .collect(Collectors.joining("", "<tr>", "</tr>")))
            .collect(Collectors.joining())
        + "</tbody></table>";
  }

  private static String svg(Plot plot, String summary) {
    StringBuilder svg =
        new StringBuilder(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" font-size=\"10\" fill=\"currentColor\">"
                .formatted(WIDTH, HEIGHT, escaped(summary)));
    plot.ticks()
        .forEach(tick -> {
          svg.append(rule(LEFT, WIDTH, tick.y(), "stroke=\"currentColor\" stroke-opacity=\".15\""));
          svg.append(
              String.format(
                  Locale.ROOT,
                  "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                  LEFT - 6,
                  y(tick.y()) + 3,
                  escaped(tick.label())));
        });
    svg.append(polygon(plot.band(p -> p.alwaysValid().low(), p -> p.alwaysValid().high()), ".16"));
    svg.append(polygon(plot.band(p -> p.fixed().low(), p -> p.fixed().high()), ".34"));
    svg.append(rule(LEFT, WIDTH, plot.y(0), "stroke=\"currentColor\" stroke-opacity=\".6\""));
    svg.append(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"#2b6f65\" stroke-width=\"2\"/>"
            .formatted(places(plot.line(p -> p.fixed().estimate()))));
    mark(svg, plot.x(plot.end()), plot.endName(), "currentColor");
    plot.sales().forEach(sale -> mark(svg, plot.x(sale.day()), sale.name(), "#b8691f"));
    svg.append(
        "<text x=\"%d\" y=\"%d\">%s</text><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
            .formatted(LEFT, HEIGHT - 6, plot.start(), WIDTH, HEIGHT - 6, plot.end()));
    return svg.append("</svg>").toString();
  }

  private static void mark(StringBuilder svg, double share, String name, String colour) {
    double x = x(share);
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%.1f %d V%d\" stroke=\"%s\" stroke-dasharray=\"3 3\"/>",
            x,
            TOP,
            HEIGHT - BOTTOM,
            colour));
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
            x,
            TOP - 6,
            share > 0.7 ? "end" : "start",
            colour,
            escaped(name)));
  }

  private static String rule(double from, double to, double share, String look) {
    return String.format(
        Locale.ROOT, "<path d=\"M%.1f %.1f H%.1f\" %s/>", from, y(share), to, look);
  }

  private static String polygon(List<Plot.Place> outline, String opacity) {
    return "<polygon points=\"%s\" fill=\"#3f8f83\" fill-opacity=\"%s\"/>"
        .formatted(places(outline), opacity);
  }

  private static String places(List<Plot.Place> places) {
    return places.stream()
        .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", x(p.x()), y(p.y())))
        .collect(Collectors.joining(" "));
  }

  private static double x(double share) {
    return LEFT + share * (WIDTH - LEFT);
  }

  private static double y(double share) {
    return TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
