package org.marquetry.lib.json;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Read and write JSON text.
public final class Json {
  private Json() {}

  /// Read one JSON value.
  ///
  /// @throws JsonException if the text is not exactly one JSON value, names a member twice or nests
  ///   deeper than 100
  public static JsonValue parse(String text) {
    return new JsonReader(text).document();
  }

  /// Read one JSON value from a UTF-8 file.
  ///
  /// @throws JsonException as [#parse]
  /// @throws IOException if the file cannot be read
  public static JsonValue parse(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      return parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (MalformedInputException e) {
      throw new JsonException(
          new JsonValue.Place(1, 1), "文件不是 UTF-8 文本", "the file is not UTF-8 text");
    }
  }

  /// Write maps, iterables, strings, numbers, booleans and null as indented JSON, ending with a
  /// line feed.
  ///
  /// @throws IllegalArgumentException if there is any other type in it
  public static String write(@Nullable Object value) {
    var out = new StringBuilder();
    write(value, "", out);
    return out.append('\n').toString();
  }

  /// Write the same on one line without blanks and without a line feed.
  ///
  /// @throws IllegalArgumentException as [#write]
  public static String line(@Nullable Object value) {
    var out = new StringBuilder();
    write(value, null, out);
    return out.toString();
  }

  /// @param indent null: all on one line
  private static void write(@Nullable Object value, @Nullable String indent, StringBuilder out) {
    switch (value) {
      case null -> out.append("null");
      case Map<?, ?> map -> writeMap(map, indent, out);
      case Iterable<?> list -> writeList(list, indent, out);
      case CharSequence text -> writeString(text, out);
      case Number number -> out.append(number);
      case Boolean bool -> out.append(bool);
      default -> throw new IllegalArgumentException("no JSON form for " + value.getClass());
    }
  }

  private static void writeMap(Map<?, ?> map, @Nullable String indent, StringBuilder out) {
    String inner = indent == null ? null : indent + "  ";
    char separator = '{';
    for (Map.Entry<?, ?> member : map.entrySet()) {
      out.append(separator);
      newLine(inner, out);
      writeString(String.valueOf(member.getKey()), out);
      out.append(indent == null ? ":" : ": ");
      write(member.getValue(), inner, out);
      separator = ',';
    }
    if (map.isEmpty()) {
      out.append('{');
    } else {
      newLine(indent, out);
    }
    out.append('}');
  }

  private static void newLine(@Nullable String indent, StringBuilder out) {
    if (indent != null) {
      out.append('\n').append(indent);
    }
  }

  private static void writeList(Iterable<?> list, @Nullable String indent, StringBuilder out) {
    String inner = indent == null ? null : indent + "  ";
    Iterator<?> values = list.iterator();
    if (!values.hasNext()) {
      out.append("[]");
      return;
    }
    char separator = '[';
    while (values.hasNext()) {
      out.append(separator);
      newLine(inner, out);
      write(values.next(), inner, out);
      separator = ',';
    }
    newLine(indent, out);
    out.append(']');
  }

  private static void writeString(CharSequence text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) out.append(String.format("\\u%04x", (int) c));
          else out.append(c);
        }
      }
    }
    out.append('"');
  }
}
