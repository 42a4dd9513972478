package org.marquetry.experiment.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The two fonts of a document: one for Chinese, one for Latin; of each only the glyphs that are
/// used get into the file. What neither has is shown as a box.
final class PdfFonts {
  private static final String CHINESE = "/fonts/xiaowei.ttf";
  private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String BOX = "□";

  private final List<PDFont> fonts;

  private final Map<Integer, Glyph> glyphs = new HashMap<>();

  /// A stretch of text in one font.
  record Run(PDFont font, String text) {}

  PdfFonts(PDDocument document, Locale language) throws IOException {
    PDFont chinese = load(document, CHINESE);
    PDFont latin = load(document, LATIN);
    fonts = language.getLanguage().equals("zh") ? List.of(chinese, latin) : List.of(latin, chinese);
  }

  private static PDFont load(PDDocument document, String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PDDocument.class.getResourceAsStream(name), name)) {
      return PDType0Font.load(document, in, true);
    }
  }

  /// A character as it is shown.
  ///
  /// @param width at size 1
  private record Glyph(PDFont font, String text, float width) {}

  /// Part a text by the fonts that have its characters, the first one that has it.
  List<Run> runs(String text) throws IOException {
    List<Run> runs = new ArrayList<>();
    for (int character : text.codePoints().toArray()) {
      Glyph glyph = glyph(character);
      if (!runs.isEmpty() && runs.getLast().font().equals(glyph.font)) {
        runs.set(runs.size() - 1, new Run(glyph.font, runs.getLast().text() + glyph.text));
      } else {
        runs.add(new Run(glyph.font, glyph.text));
      }
    }
    return runs;
  }

  float width(String text, float size) throws IOException {
    float width = 0;
    for (int character : text.codePoints().toArray()) {
      width += glyph(character).width;
    }
    return width * size;
  }

  private Glyph glyph(int character) throws IOException {
    Glyph known = glyphs.get(character);
    if (known == null) {
      String one = Character.toString(character);
      Optional<PDFont> has = font(one);
      String text = has.isPresent() ? one : BOX;
      PDFont font = has.isPresent() ? has.get() : font(BOX).orElse(fonts.getFirst());
      known = new Glyph(font, text, font.getStringWidth(text) / 1000);
      glyphs.put(character, known);
    }
    return known;
  }

  private Optional<PDFont> font(String character) throws IOException {
    for (PDFont font : fonts) {
      if (has(font, character)) {
        return Optional.of(font);
      }
    }
    return Optional.empty();
  }

  private static boolean has(PDFont font, String character) throws IOException {
    try {
      return font.encode(character).length > 0;
    } catch (IllegalArgumentException none) { // how a font says that it has no such glyph
      return false;
    }
  }
}
