package org.marquetry.experiment.report;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Sets the pages as PDF: each on one A4 page, in smaller type where there is much to say.
final class PdfPages {
  private static final float MARGIN = 46;
  private static final float LEAST = 0.5f;
  private static final float STEP = 0.05f;
  private static final Color INK = new Color(0x1d2329);
  private static final Color QUIET = new Color(0x5a646e);
  private static final Color ACCENT = new Color(0x2b6f65);
  private static final Color RULE = new Color(0xd5dade);

  private PdfPages() {}

  /// Write the file.
  ///
  /// @param written when, for the file's own note
  static byte[] of(Contents contents, Locale language, java.time.Instant written) {
    try (PDDocument document = new PDDocument()) {
      PdfFonts fonts = new PdfFonts(document, language);
      for (List<Block> blocks : contents.pages()) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
          set(new PdfPen(stream, fonts), blocks);
        }
      }
      PDDocumentInformation about = document.getDocumentInformation();
      about.setTitle(contents.title());
      about.setProducer("Marquetry");
      Calendar date = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
      date.setTimeInMillis(written.toEpochMilli());
      about.setCreationDate(date);
      document.getDocumentCatalog().setLanguage(language.toLanguageTag());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // all of it happens in memory
    }
  }

  private static void set(PdfPen pen, List<Block> blocks) throws IOException {
    float room = PDRectangle.A4.getHeight() - 2 * MARGIN;
    float scale = 1;
    while (scale > LEAST && height(pen, blocks, scale) > room) {
      scale -= STEP;
    }
    float y = PDRectangle.A4.getHeight() - MARGIN;
    for (Block block : blocks) {
      y -= new Setting(pen, scale, y).set(block);
    }
  }

  private static float height(PdfPen pen, List<Block> blocks, float scale) throws IOException {
    float height = 0;
    for (Block block : blocks) {
      height += new Setting(pen.dry(), scale, 0).set(block);
    }
    return height;
  }

  /// Sets blocks from a height downwards.
  ///
  /// @param top where it begins, points above the lower edge
  private record Setting(PdfPen pen, float scale, float top) {
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float CHART = 190;
    private static final float LABELS = 58;

    /// @return the height that it takes, with the room after it
    float set(Block block) throws IOException {
      return switch (block) {
        case Block.Heading(String text) -> text(text, 11, ACCENT, 10, 3);
        case Block.Text(String text, Block.Style style) ->
            switch (style) {
              case TITLE -> text(text, 20, INK, 0, 4);
              case LEAD -> text(text, 13, INK, 8, 6);
              case BODY -> text(text, 10, INK, 1, 3);
              case NOTE -> text(text, 8.5f, QUIET, 1, 2);
            };
        case Block.Rows(List<String> heads, List<List<String>> rows) -> rows(heads, rows);
        case Block.Curve(Plot plot, String _) -> curve(plot);
      };
    }

    private float text(String text, float size, Color colour, float before, float after)
        throws IOException {
      float line = size * scale * 1.4f;
      float y = top - before * scale;
      for (String each : pen.lines(text, size * scale, WIDTH)) {
        y -= line;
        pen.text(each, MARGIN, y + line * 0.28f, size * scale, colour);
      }
      return top - y + after * scale;
    }

    private float rows(List<String> heads, List<List<String>> rows) throws IOException {
      float size = 8.5f * scale;
      float[] widths = widths(heads, rows, size);
      float y = top - row(heads, widths, size, QUIET, top);
      for (List<String> row : rows) {
        pen.line(MARGIN, y, MARGIN + WIDTH, y, RULE, 0.5f);
        y -= row(row, widths, size, INK, y);
      }
      return top - y + 4 * scale;
    }

    /// Shares of the width by what the longest cell of each column needs.
    private float[] widths(List<String> heads, List<List<String>> rows, float size)
        throws IOException {
      float[] widths = new float[heads.size()];
      float sum = 0;
      for (int i = 0; i < widths.length; i++) {
        float most = pen.width(heads.get(i), size);
        for (List<String> row : rows) {
          most = Math.max(most, pen.width(row.get(i), size));
        }
        widths[i] = Math.clamp(most, WIDTH / 12, WIDTH / 2) + 8;
        sum += widths[i];
      }
      for (int i = 0; i < widths.length; i++) {
        widths[i] *= WIDTH / sum;
      }
      return widths;
    }

    private float row(List<String> cells, float[] widths, float size, Color colour, float from)
        throws IOException {
      float line = size * 1.35f;
      int most = 1;
      float x = MARGIN;
      for (int i = 0; i < cells.size(); i++) {
        List<String> lines = pen.lines(cells.get(i), size, widths[i] - 6);
        for (int n = 0; n < lines.size(); n++) {
          pen.text(lines.get(n), x, from - 2 - (n + 1) * line + line * 0.28f, size, colour);
        }
        most = Math.max(most, lines.size());
        x += widths[i];
      }
      return most * line + 4;
    }

    private float curve(Plot plot) throws IOException {
      float height = CHART * scale;
      Frame frame = new Frame(MARGIN + LABELS, top - height + 14, WIDTH - LABELS, height - 30);
      float size = 7.5f * scale;
      for (Plot.Tick tick : plot.ticks()) {
        float y = frame.y(tick.y());
        pen.line(frame.x, y, frame.x + frame.width, y, RULE, 0.5f);
        pen.text(
            tick.label(), frame.x - 5 - pen.width(tick.label(), size), y - size / 3, size, QUIET);
      }
      pen.area(
          frame.all(plot.band(p -> p.alwaysValid().low(), p -> p.alwaysValid().high())),
          new Color(0xdceeea));
      pen.area(
          frame.all(plot.band(p -> p.fixed().low(), p -> p.fixed().high())), new Color(0xacd3cb));
      float zero = frame.y(plot.y(0));
      pen.line(frame.x, zero, frame.x + frame.width, zero, QUIET, 0.8f);
      pen.curve(frame.all(plot.line(p -> p.fixed().estimate())), ACCENT, 1.6f);
      mark(frame, plot.x(plot.end()), plot.endName(), size, QUIET);
      for (Plot.Sale sale : plot.sales()) {
        mark(frame, plot.x(sale.day()), sale.name(), size, new Color(0xb8691f));
      }
      pen.text(plot.start().toString(), frame.x, frame.y - 2 - size, size, QUIET);
      String end = plot.end().toString();
      pen.text(end, frame.x + frame.width - pen.width(end, size), frame.y - 2 - size, size, QUIET);
      return height + 4;
    }

    private void mark(Frame frame, double share, String name, float size, Color colour)
        throws IOException {
      float x = frame.x(share);
      float up = frame.y + frame.height;
      pen.dashed(x, frame.y, x, up, colour);
      float at = share > 0.7 ? x - pen.width(name, size) : x;
      pen.text(name, at, up + 4, size, colour);
    }
  }

  /// Where a chart stands on the page.
  private record Frame(float x, float y, float width, float height) {
    float x(double share) {
      return x + (float) share * width;
    }

    float y(double share) {
      return y + (float) share * height;
    }

    List<float[]> all(List<Plot.Place> places) {
      List<float[]> points = new ArrayList<>();
      places.forEach(p -> points.add(new float[] {x(p.x()), y(p.y())}));
      return points;
    }
  }
}
