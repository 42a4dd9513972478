package org.marquetry.lib.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marquetry.lib.json.JsonValue.JsonArray;
import org.marquetry.lib.json.JsonValue.JsonBoolean;
import org.marquetry.lib.json.JsonValue.JsonNull;
import org.marquetry.lib.json.JsonValue.JsonNumber;
import org.marquetry.lib.json.JsonValue.JsonObject;
import org.marquetry.lib.json.JsonValue.JsonString;
import org.marquetry.lib.json.JsonValue.Place;

/// Recursive descent over one text.
final class JsonReader {
  private static final int MAX_DEPTH = 100;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");

  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;

  JsonReader(String text) {
    this.text = text;
  }

  JsonValue document() {
    JsonValue value = value(0);
    blanks();
    if (at < text.length())
      throw wrong(
          "值的后面不应再有内容，实际为" + found(), "nothing more is expected after the value, got " + here());
    return value;
  }

  private JsonValue value(int depth) {
    blanks();
    if (depth > MAX_DEPTH)
      throw wrong("嵌套超过 " + MAX_DEPTH + " 层", "nested deeper than " + MAX_DEPTH);
    if (at >= text.length()) throw wrong("缺少一个值：文本到此结束", "a value is missing: the text ends here");
    Place place = place();
    return switch (text.charAt(at)) {
      case '{' -> object(place, depth);
      case '[' -> array(place, depth);
      case '"' -> new JsonString(place, string());
      case 't' -> word("true", new JsonBoolean(place, true));
      case 'f' -> word("false", new JsonBoolean(place, false));
      case 'n' -> word("null", new JsonNull(place));
      default -> number(place);
    };
  }

  private JsonObject object(Place place, int depth) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    Map<String, Place> names = new HashMap<>();
    at++;
    if (ends('}')) return new JsonObject(place, members, names);
    while (true) {
      blanks();
      Place at = place();
      if (!starts('"'))
        throw wrong("应为双引号中的名称，实际为" + found(), "expected a name in double quotes, got " + here());
      String name = string();
      if (names.put(name, at) != null)
        throw new JsonException(at, "“" + name + "”在这里出现了两次", "\"" + name + "\" stands here twice");
      blanks();
      if (!starts(':'))
        throw wrong(
            "“" + name + "”后面应为“:”，实际为" + found(),
            "expected \":\" after \"" + name + "\", got " + here());
      this.at++;
      members.put(name, value(depth + 1));
      if (ends('}')) return new JsonObject(place, members, names);
      comma('}');
    }
  }

  private JsonArray array(Place place, int depth) {
    List<JsonValue> values = new ArrayList<>();
    at++;
    if (ends(']')) return new JsonArray(place, values);
    while (true) {
      values.add(value(depth + 1));
      if (ends(']')) return new JsonArray(place, values);
      comma(']');
    }
  }

  private void comma(char end) {
    if (!starts(','))
      throw wrong(
          "应为“,”或“" + end + "”，实际为" + found(), "expected \",\" or \"" + end + "\", got " + here());
    at++;
  }

  private String string() {
    var out = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return out.toString();
      }
      if (c < 0x20)
        throw wrong(
            "字符串里不能有换行或控制字符；请写成 \\n 或 \\uXXXX",
            "a string may not contain a line break or control character; write \\n or \\uXXXX");
      if (c == '\\') out.append(escape());
      else out.append(c);
    }
    throw wrong("字符串没有结束", "the string is not closed");
  }

  private char escape() {
    at++;
    return switch (at < text.length() ? text.charAt(at) : ' ') {
      case '"' -> '"';
      case '\\' -> '\\';
      case '/' -> '/';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default ->
          throw wrong(
              "字符串里有未知的转义；反斜线写作 \\\\", "unknown escape in a string; a backslash is written \\\\");
    };
  }

  private char unicode() {
    int end = at + 5;
    if (end > text.length() || !text.substring(at + 1, end).matches("[0-9a-fA-F]{4}")) {
      throw wrong("\\u 后面应为四位十六进制数字", "expected four hexadecimal digits after \\u");
    }
    char c = (char) Integer.parseInt(text.substring(at + 1, end), 16);
    at = end - 1;
    return c;
  }

  private JsonValue number(Place place) {
    Matcher matcher = NUMBER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) throw noValue();
    at = matcher.end();
    return new JsonNumber(place, new BigDecimal(matcher.group()));
  }

  private JsonValue word(String word, JsonValue value) {
    if (!text.startsWith(word, at)) throw noValue();
    at += word.length();
    return value;
  }

  private boolean ends(char end) {
    blanks();
    if (!starts(end)) return false;
    at++;
    return true;
  }

  private boolean starts(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void blanks() {
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n') {
        line++;
        lineStart = at + 1;
      } else if (c != ' ' && c != '\t' && c != '\r') {
        return;
      }
    }
  }

  private Place place() {
    return new Place(line, at - lineStart + 1);
  }

  private String here() {
    return at >= text.length() ? "the end of the text" : "\"" + text.charAt(at) + "\"";
  }

  private String found() {
    return at >= text.length() ? "文本结尾" : "“" + text.charAt(at) + "”";
  }

  private JsonException noValue() {
    return wrong("应为一个值，实际为" + found(), "expected a value, got " + here());
  }

  private JsonException wrong(String zh, String en) {
    return new JsonException(place(), zh, en);
  }
}
