package org.marquetry.autopilot.core;

import java.util.List;
import java.util.Locale;

/// Draw a chart as inline SVG in the page's colours: no script, sharp at any zoom, readable by a
/// screen reader.
final class SvgChart {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 240;
  private static final int LEFT = 64;
  private static final int BOTTOM = 44;
  private static final int TOP = 12;
  private static final int MAX_LABELS = 12;

  private final Chart chart;
  private final double high;
  private final double low;
  private final StringBuilder out = new StringBuilder();

  private SvgChart(Chart chart) {
    this.chart = chart;
    double max = 0;
    double min = 0;
    for (Chart.Series s : chart.series()) {
      for (double v : s.values()) {
        max = Math.max(max, v);
        min = Math.min(min, v);
      }
    }
    double step = niceStep((max - min) / 4);
    high = Math.max(step, Math.ceil(max / step) * step);
    low = Math.floor(min / step) * step;
  }

  static String draw(Chart chart) {
    return new SvgChart(chart).draw();
  }

  private String draw() {
    out.append("<figure><figcaption>").append(Html.both(chart.title())).append("</figcaption>");
    out.append("<svg viewBox=\"0 0 ")
        .append(WIDTH)
        .append(' ')
        .append(HEIGHT)
        .append("\" role=\"img\" aria-label=\"");
    out.append(Html.escape(chart.title().en() + " / " + chart.title().zh())).append("\">");
    axis();
    labels();
    for (int i = 0; i < chart.series().size(); i++) {
      if (chart.kind() == Chart.Kind.BARS) {
        bars(i);
      } else {
        line(i);
      }
    }
    out.append("</svg>");
    legend();
    return out.append("</figure>").toString();
  }

  private void axis() {
    double step = niceStep((high - low) / 4);
    for (double v = low; v <= high + step / 2; v += step) {
      double y = y(v);
      out.append("<line class=\"grid\" x1=\"")
          .append(LEFT)
          .append("\" x2=\"")
          .append(WIDTH)
          .append('"')
          .append(at("y1", y))
          .append(at("y2", y))
          .append("/>");
      out.append("<text class=\"tick\" text-anchor=\"end\" x=\"")
          .append(LEFT - 6)
          .append('"')
          .append(at("y", y + 4))
          .append('>');
      out.append(tick(v)).append("</text>");
    }
  }

  private void labels() {
    List<Text> names = chart.categories();
    int every = Math.max(1, (names.size() + MAX_LABELS - 1) / MAX_LABELS);
    for (int i = 0; i < names.size(); i += every) {
      for (String language : List.of("zh-CN", "en")) {
        String name = language.equals("en") ? names.get(i).en() : names.get(i).zh();
        out.append("<text class=\"tick\" lang=\"")
            .append(language)
            .append("\" text-anchor=\"middle\"")
            .append(at("x", middle(i)));
        out.append(at("y", HEIGHT - BOTTOM + 18))
            .append('>')
            .append(Html.escape(shorten(name)))
            .append("</text>");
      }
    }
  }

  private void bars(int s) {
    int n = chart.series().size();
    double slot = slot();
    double width = slot * 0.8 / n;
    List<Double> values = chart.series().get(s).values();
    for (int i = 0; i < values.size(); i++) {
      double v = values.get(i);
      double top = y(Math.max(v, 0));
      out.append("<rect class=\"s")
          .append(s)
          .append('"')
          .append(at("x", LEFT + slot * i + slot * 0.1 + width * s));
      out.append(at("y", top))
          .append(at("width", width))
          .append(at("height", Math.max(0.5, y(Math.min(v, 0)) - top)))
          .append('>');
      tip(i, v).append("</rect>");
    }
  }

  private void line(int s) {
    List<Double> values = chart.series().get(s).values();
    out.append("<polyline class=\"l").append(s).append("\" points=\"");
    for (int i = 0; i < values.size(); i++) {
      out.append(number(middle(i))).append(',').append(number(y(values.get(i)))).append(' ');
    }
    out.append("\"/>");
    for (int i = 0; i < values.size(); i++) {
      out.append("<circle class=\"s")
          .append(s)
          .append("\" r=\"2.5\"")
          .append(at("cx", middle(i)))
          .append(at("cy", y(values.get(i))))
          .append('>');
      tip(i, values.get(i)).append("</circle>");
    }
  }

  private StringBuilder tip(int i, double v) {
    return out.append("<title>")
        .append(Html.escape(chart.categories().get(i).en()))
        .append(": ")
        .append(Html.number(v, chart.unit()))
        .append("</title>");
  }

  private void legend() {
    if (chart.series().size() < 2) {
      return;
    }
    out.append("<p class=\"legend\">");
    for (int i = 0; i < chart.series().size(); i++) {
      out.append("<span class=\"key k")
          .append(i)
          .append("\"></span>")
          .append(Html.both(chart.series().get(i).name()))
          .append(' ');
    }
    out.append("</p>");
  }

  private double slot() {
    return (WIDTH - LEFT) / (double) Math.max(1, chart.categories().size());
  }

  private double middle(int i) {
    return LEFT + slot() * (i + 0.5);
  }

  private double y(double v) {
    return TOP + (HEIGHT - BOTTOM - TOP) * (1 - (v - low) / (high - low));
  }

  private String tick(double v) {
    double size = Math.max(Math.abs(high), Math.abs(low));
    if (size >= 1e6) {
      return number(v / 1e6) + "M";
    }
    return size >= 1e4 ? number(v / 1e3) + "k" : number(v);
  }

  private static double niceStep(double raw) {
    if (!(raw > 0)) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double m = raw / power;
    return power * (m <= 1 ? 1 : m <= 2 ? 2 : m <= 5 ? 5 : 10);
  }

  private static String shorten(String s) {
    return s.length() <= 11 ? s : s.substring(0, 10) + "…";
  }

  private static String at(String name, double v) {
    return " " + name + "=\"" + number(v) + "\"";
  }

  private static String number(double v) {
    String s = String.format(Locale.ROOT, "%.2f", v);
    return s.contains(".") ? s.replaceAll("0+$", "").replaceAll("\\.$", "") : s;
  }
}
