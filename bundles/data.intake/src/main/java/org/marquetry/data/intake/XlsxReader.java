package org.marquetry.data.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.Words;

/// The first sheet of a spreadsheet (Office Open XML), row by row with the platform's own XML
/// reader. Formulas count by their last result, dates are written as `2026-03-01 12:00:00`.
final class XlsxReader {
  private static final int GUESSED = 200; // rows that tell whether there is a header
  private static final int MOST_TEXT = 200_000_000; // characters of the shared texts, in memory
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final List<String> texts = new ArrayList<>();
  private final List<Boolean> dates = new ArrayList<>(); // by style
  private final List<String[]> first = new ArrayList<>();
  private final List<Long> firstNumbers = new ArrayList<>();
  private boolean since1904;
  private boolean begun;

  /// @param header whether the first row names the columns; empty: guessed
  void read(Path file, Optional<Boolean> header, RowSink sink) throws IOException, BadFile {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String sheet = sheet(zip);
      part(zip, "xl/sharedStrings.xml", this::texts);
      part(zip, "xl/styles.xml", this::styles);
      part(zip, sheet, xml -> rows(xml, header, sink));
      begin(header, sink);
    } catch (XMLStreamException e) {
      throw new BadFile(
          new Words(
              "电子表格已损坏（" + StagingFailed.firstLine(e) + "）",
              "the spreadsheet is damaged (" + StagingFailed.firstLine(e) + ")"),
          new Words("请重新保存", "save it again"));
    }
  }

  private interface Part {
    void read(XMLStreamReader xml) throws XMLStreamException, BadFile;
  }

  private static void part(ZipFile zip, String name, Part part)
      throws IOException, XMLStreamException, BadFile {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return;
    }
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try (InputStream in = zip.getInputStream(entry)) {
      part.read(factory.createXMLStreamReader(in));
    }
  }

  /// Where the first sheet stands.
  private String sheet(ZipFile zip) throws IOException, XMLStreamException, BadFile {
    List<String> ids = new ArrayList<>();
    Map<String, String> targets = new HashMap<>();
    part(
        zip,
        "xl/workbook.xml",
        xml ->
            each(
                xml,
                (name, x) -> {
                  if (name.equals("sheet")) {
                    ids.add(relation(x));
                  } else if (name.equals("workbookPr")) {
                    String since = x.getAttributeValue(null, "date1904");
                    since1904 = "1".equals(since) || "true".equals(since);
                  }
                }));
    part(
        zip,
        "xl/_rels/workbook.xml.rels",
        xml ->
            each(
                xml,
                (name, x) -> {
                  if (name.equals("Relationship")) {
                    targets.put(
                        x.getAttributeValue(null, "Id"), x.getAttributeValue(null, "Target"));
                  }
                }));
    String target = ids.isEmpty() ? null : targets.get(ids.getFirst());
    if (target == null) {
      throw new BadFile(
          new Words("电子表格中没有工作表", "the spreadsheet has no sheet"),
          new Words("请把表格另存为 CSV", "save the table as CSV"));
    }
    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  private static String relation(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private interface Element {
    void start(String name, XMLStreamReader xml) throws XMLStreamException;
  }

  private static void each(XMLStreamReader xml, Element element) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        element.start(xml.getLocalName(), xml);
      }
    }
  }

  private void texts(XMLStreamReader xml) throws XMLStreamException, BadFile {
    long length = 0;
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
        String text = text(xml, "si");
        length += text.length();
        if (length > MOST_TEXT) {
          throw new BadFile(
              new Words("电子表格中的文字过多", "the spreadsheet holds more text than fits"),
              new Words("请把表格另存为 CSV", "save the table as CSV"));
        }
        texts.add(text);
      }
    }
  }

  /// The text below an element, without how it is spoken.
  private static String text(XMLStreamReader xml, String end) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean spoken = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("rPh")) {
          spoken = true;
        } else if (xml.getLocalName().equals("t") && !spoken) {
          text.append(xml.getElementText());
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (xml.getLocalName().equals("rPh")) {
          spoken = false;
        } else if (xml.getLocalName().equals(end)) {
          break;
        }
      }
    }
    return text.toString();
  }

  private void styles(XMLStreamReader xml) throws XMLStreamException {
    Map<Integer, String> formats = new HashMap<>();
    boolean[] cells = new boolean[1];
    while (xml.hasNext()) {
      int event = xml.next();
      String name =
          event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT
              ? xml.getLocalName()
              : "";
      if (name.equals("cellXfs")) {
        cells[0] = event == XMLStreamConstants.START_ELEMENT;
      } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("numFmt")) {
        formats.put(
            number(xml, "numFmtId"), String.valueOf(xml.getAttributeValue(null, "formatCode")));
      } else if (event == XMLStreamConstants.START_ELEMENT && name.equals("xf") && cells[0]) {
        int id = number(xml, "numFmtId");
        dates.add(isDate(id, formats.getOrDefault(id, "")));
      }
    }
  }

  private static int number(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? 0 : Integer.parseInt(value);
  }

  /// Of the formats that every program knows, or by the letters outside quotes and brackets.
  private static boolean isDate(int id, String format) {
    boolean known =
        (id >= 14 && id <= 22)
            || (id >= 27 && id <= 36)
            || (id >= 45 && id <= 47)
            || (id >= 50 && id <= 58);
    String letters =
        format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
    return known || letters.matches(".*[ydhs].*|.*年.*");
  }

  private void rows(XMLStreamReader xml, Optional<Boolean> header, RowSink sink)
      throws XMLStreamException, BadFile {
    List<String> fields = new ArrayList<>();
    long number = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
        String given = xml.getAttributeValue(null, "r");
        number = given == null ? number + 1 : Long.parseLong(given);
        fields.clear();
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        cell(xml, fields);
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        row(number, fields.toArray(String[]::new), header, sink);
      }
    }
  }

  private void cell(XMLStreamReader xml, List<String> fields) throws XMLStreamException {
    String place = xml.getAttributeValue(null, "r");
    String type = xml.getAttributeValue(null, "t");
    int style = number(xml, "s");
    int column = place == null ? fields.size() : column(place);
    @Nullable String value = null;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("v")) {
        value = xml.getElementText();
      } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("is")) {
        value = text(xml, "is");
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
        break;
      }
    }
    while (fields.size() < Math.min(column, Sniffer.MOST_COLUMNS + 1)) {
      fields.add("");
    }
    fields.add(value == null ? "" : value(value, type == null ? "n" : type, style));
  }

  private static int column(String place) {
    int column = 0;
    for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
      column = column * 26 + Character.toUpperCase(place.charAt(i)) - 'A' + 1;
    }
    return column - 1;
  }

  private String value(String raw, String type, int style) {
    return switch (type) {
      case "s" -> {
        int index = Integer.parseInt(raw);
        yield index < texts.size() ? texts.get(index) : "";
      }
      case "n" -> plain(raw, style < dates.size() && dates.get(style));
      case "d" -> raw.replace('T', ' ');
      case "e" -> "";
      default -> raw;
    };
  }

  /// Spreadsheets count in doubles: fifteen digits are meant.
  private String plain(String raw, boolean date) {
    try {
      BigDecimal number = new BigDecimal(raw).round(new MathContext(15));
      return date ? date(number) : number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return raw;
    }
  }

  private String date(BigDecimal days) {
    LocalDateTime zero =
        since1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
    LocalDateTime moment = zero.plusSeconds(Math.round(days.doubleValue() * 86_400));
    boolean day = moment.toLocalTime().toSecondOfDay() == 0;
    return moment.format(day ? DATE : MOMENT);
  }

  private void row(long number, String[] fields, Optional<Boolean> header, RowSink sink)
      throws BadFile {
    boolean empty = true;
    for (String field : fields) {
      empty &= field.isBlank();
    }
    if (empty) {
      return;
    }
    if (begun) {
      sink.row(number, wide(fields));
      return;
    }
    first.add(fields);
    firstNumbers.add(number);
    if (first.size() == GUESSED) {
      begin(header, sink);
    }
  }

  private int width;

  /// A sheet leaves out the empty cells at the end of a row.
  private String[] wide(String[] fields) {
    if (fields.length >= width) {
      return fields;
    }
    String[] wide = java.util.Arrays.copyOf(fields, width);
    java.util.Arrays.fill(wide, fields.length, width, "");
    return wide;
  }

  private void begin(Optional<Boolean> header, RowSink sink) throws BadFile {
    if (begun || first.isEmpty()) {
      return;
    }
    begun = true;
    width = first.stream().mapToInt(f -> f.length).max().orElse(0);
    boolean named = header.orElseGet(() -> Headers.present(first, width));
    sink.columns(named ? wide(first.getFirst()) : TableReader.numbered(width));
    for (int i = named ? 1 : 0; i < first.size(); i++) {
      sink.row(firstNumbers.get(i), wide(first.get(i)));
    }
    first.clear();
  }
}
