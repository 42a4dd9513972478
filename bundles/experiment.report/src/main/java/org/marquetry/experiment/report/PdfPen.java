package org.marquetry.experiment.report;

import java.awt.Color;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/// Draws on a page, or only measures.
///
/// @param stream empty: it only measures
record PdfPen(Optional<PDPageContentStream> stream, PdfFonts fonts) {
  PdfPen(PDPageContentStream stream, PdfFonts fonts) {
    this(Optional.of(stream), fonts);
  }

  /// One that draws nothing.
  PdfPen dry() {
    return new PdfPen(Optional.empty(), fonts);
  }

  float width(String text, float size) throws IOException {
    return fonts.width(text, size);
  }

  /// Part a text into lines that fit; a word that is wider than a line is cut.
  List<String> lines(String text, float size, float width) throws IOException {
    BreakIterator places = BreakIterator.getLineInstance(Locale.SIMPLIFIED_CHINESE);
    places.setText(text);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int from = places.first();
    for (int to = places.next(); to != BreakIterator.DONE; from = to, to = places.next()) {
      String piece = text.substring(from, to);
      if (!line.isEmpty() && fonts.width(line + piece.stripTrailing(), size) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      for (String part : cut(piece, size, width)) {
        if (fonts.width(line + part.stripTrailing(), size) > width && !line.isEmpty()) {
          lines.add(line.toString().stripTrailing());
          line.setLength(0);
        }
        line.append(part);
      }
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  private List<String> cut(String piece, float size, float width) throws IOException {
    if (fonts.width(piece.stripTrailing(), size) <= width) {
      return List.of(piece);
    }
    return piece.codePoints().mapToObj(Character::toString).toList();
  }

  void text(String text, float x, float y, float size, Color colour) throws IOException {
    if (stream.isEmpty()) {
      return;
    }
    PDPageContentStream out = stream.get();
    out.setNonStrokingColor(colour);
    out.beginText();
    out.newLineAtOffset(x, y);
    for (PdfFonts.Run run : fonts.runs(text)) {
      out.setFont(run.font(), size);
      out.showText(run.text());
    }
    out.endText();
  }

  void line(float fromX, float fromY, float toX, float toY, Color colour, float width)
      throws IOException {
    curve(List.of(new float[] {fromX, fromY}, new float[] {toX, toY}), colour, width);
  }

  void dashed(float fromX, float fromY, float toX, float toY, Color colour) throws IOException {
    if (stream.isPresent()) {
      stream.get().setLineDashPattern(new float[] {3, 3}, 0);
      line(fromX, fromY, toX, toY, colour, 0.7f);
      stream.get().setLineDashPattern(new float[0], 0);
    }
  }

  /// @param points each x and y
  void curve(List<float[]> points, Color colour, float width) throws IOException {
    if (stream.isPresent()) {
      stream.get().setStrokingColor(colour);
      stream.get().setLineWidth(width);
      path(stream.get(), points);
      stream.get().stroke();
    }
  }

  /// @param points each x and y, all around
  void area(List<float[]> points, Color colour) throws IOException {
    if (stream.isPresent()) {
      stream.get().setNonStrokingColor(colour);
      path(stream.get(), points);
      stream.get().closePath();
      stream.get().fill();
    }
  }

  private static void path(PDPageContentStream out, List<float[]> points) throws IOException {
    out.moveTo(points.getFirst()[0], points.getFirst()[1]);
    for (float[] point : points.subList(1, points.size())) {
      out.lineTo(point[0], point[1]);
    }
  }
}
