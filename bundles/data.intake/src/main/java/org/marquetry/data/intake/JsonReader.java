package org.marquetry.data.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marquetry.data.intake.TextFormat.Shape;
import org.marquetry.shop.api.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON objects, one a line or in an array; an object that wraps one array stands for that array.
///
/// Nested objects become columns with a dot (`customer.id`), a list of objects becomes one row an
/// entry (the lines of an order), other lists become a text with bars. Read twice: once for the
/// columns, once for the rows.
final class JsonReader implements TableReader {
  private final JsonMapper mapper = JsonMapper.builder().build();

  /// Takes one object.
  private interface Objects {
    void object(long number, JsonNode object);
  }

  @Override
  public void read(TextSource source, TextFormat format, RowSink sink) throws IOException, BadFile {
    Set<String> names = new LinkedHashSet<>();
    each(
        source, format.shape(), (_, o) -> rows(o).forEach(row -> names.addAll(row.keySet())), null);
    if (names.isEmpty()) {
      throw new BadFile(
          new Words("文件中没有 JSON 对象", "no JSON object in the file"),
          new Words("请每行写一个对象，或写成对象数组", "write one object a line, or an array of objects"));
    }
    String[] columns = names.toArray(String[]::new);
    sink.columns(columns);
    each(
        source,
        format.shape(),
        (number, o) -> {
          for (Map<String, String> row : rows(o)) {
            String[] fields = new String[columns.length];
            for (int i = 0; i < columns.length; i++) {
              fields[i] = row.getOrDefault(columns[i], "");
            }
            sink.row(number, fields);
          }
        },
        sink);
  }

  private void each(
      TextSource source,
      Shape shape,
      Objects objects,
      @org.jspecify.annotations.Nullable RowSink bad)
      throws IOException, BadFile {
    if (shape == Shape.JSON_LINES) {
      lines(source, objects, bad);
    } else {
      document(source, objects);
    }
  }

  private void lines(
      TextSource source, Objects objects, @org.jspecify.annotations.Nullable RowSink bad)
      throws IOException {
    try (BufferedReader in = new BufferedReader(source.open())) {
      long number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        JsonNode node = null;
        try {
          node = mapper.readTree(line);
        } catch (JacksonException e) {
          node = null; // counted below
        }
        if (node != null && node.isObject()) {
          objects.object(number, node);
        } else if (bad != null) {
          bad.bad(number, Reason.JSON_MALFORMED, line.substring(0, Math.min(60, line.length())));
        }
      }
    }
  }

  private void document(TextSource source, Objects objects) throws IOException, BadFile {
    try (Reader in = source.open();
        JsonParser parser = mapper.createParser(in)) {
      long number = 0;
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if (t == JsonToken.START_OBJECT) {
          JsonNode node = mapper.readTree(parser);
          for (JsonNode o : number == 0 ? unwrap(node) : List.of(node)) {
            objects.object(++number, o);
          }
        } else if (t != JsonToken.START_ARRAY && t != JsonToken.END_ARRAY) {
          throw new BadFile(
              new Words(
                  "有一个值不是对象，位置：" + place(parser), "a value that is no object, at " + place(parser)),
              new Words("请写成对象数组", "write an array of objects"));
        }
      }
    } catch (JacksonException e) {
      int line = e.getLocation().getLineNr();
      int column = e.getLocation().getColumnNr();
      throw new BadFile(
          new Words(
              "第 " + line + " 行第 " + column + " 列的 JSON 有误；没有写入任何内容",
              "malformed JSON at line "
                  + line
                  + ", column "
                  + column
                  + "; nothing of the file was loaded"),
          new Words("请改正，或重新导出", "put it right or export it again"));
    }
  }

  private static String place(JsonParser parser) {
    return "line "
        + parser.currentTokenLocation().getLineNr()
        + ", column "
        + parser.currentTokenLocation().getColumnNr();
  }

  /// The array that a lone object wraps, or the object itself.
  private static List<JsonNode> unwrap(JsonNode object) {
    List<JsonNode> only = new ArrayList<>();
    int arrays = 0;
    for (JsonNode value : object.values()) {
      if (objects(value)) {
        arrays++;
        value.values().forEach(only::add);
      } else if (value.isObject() || value.isArray()) {
        return List.of(object);
      }
    }
    boolean wraps = arrays == 1 && object.size() <= 4 && object.get("id") == null;
    return wraps ? only : List.of(object);
  }

  private static boolean objects(JsonNode value) {
    return value.isArray() && !value.isEmpty() && value.get(0).isObject();
  }

  private static List<Map<String, String>> rows(JsonNode object) {
    Map<String, String> common = new LinkedHashMap<>();
    List<Map<String, String>> rows = new ArrayList<>();
    flatten("", object, common);
    for (Map.Entry<String, JsonNode> e : object.properties()) {
      if (objects(e.getValue()) && rows.isEmpty()) {
        for (JsonNode entry : e.getValue().values()) {
          Map<String, String> row = new LinkedHashMap<>(common);
          flatten(e.getKey() + ".", entry, row);
          rows.add(row);
        }
      }
    }
    return rows.isEmpty() ? List.of(common) : rows;
  }

  private static void flatten(String prefix, JsonNode object, Map<String, String> into) {
    for (Map.Entry<String, JsonNode> e : object.properties()) {
      JsonNode value = e.getValue();
      String name = prefix + e.getKey();
      if (value.isObject()) {
        flatten(name + ".", value, into);
      } else if (value.isArray() && !objects(value)) {
        List<String> parts = new ArrayList<>();
        value.values().forEach(v -> parts.add(v.isContainer() ? v.toString() : v.asString()));
        into.put(name, String.join("|", parts));
      } else if (!value.isArray() && !value.isNull()) {
        into.put(name, value.asString());
      }
    }
  }
}
