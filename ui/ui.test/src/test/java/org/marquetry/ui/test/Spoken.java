package org.marquetry.ui.test;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// All texts of the pages in one language, from the sources.
final class Spoken {
  private static final String CHINESE = "texts_zh.properties";
  private static final String ENGLISH = "texts_en.properties";
  private static final Map<String, Properties> READ = new ConcurrentHashMap<>();

  private final Locale locale;
  private final Properties texts;
  private final Set<Object> foreign;

  /// @param language of a browser, for example `zh-CN`
  Spoken(String language) throws IOException {
    locale = Locale.forLanguageTag(language);
    texts = read(isChinese() ? CHINESE : ENGLISH);
    foreign = new HashSet<>(read(isChinese() ? ENGLISH : CHINESE).values());
    foreign.removeAll(texts.values());
  }

  private static Properties read(String file) throws IOException {
    Properties known = READ.get(file);
    if (known != null) {
      return known;
    }
    Properties texts = new Properties();
    try (Stream<Path> files = Files.walk(Path.of(".."), 12)) {
      for (Path path :
          files.filter(f -> f.endsWith(file) && f.toString().contains("src")).toList()) {
        texts.load(new StringReader(Files.readString(path)));
      }
    }
    READ.put(file, texts);
    return texts;
  }

  /// The browser's language, for example `zh-CN`.
  String language() {
    return locale.toLanguageTag();
  }

  boolean isChinese() {
    return locale.getLanguage().equals("zh");
  }

  String text(String key, Object... values) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new AssertionError("no text " + key);
    }
    return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
  }

  /// Lines of a page that are the key of a text or a text of the other language.
  List<String> strays(String page) {
    return page.lines()
        .map(String::strip)
        .filter(l -> texts.containsKey(l) || foreign.contains(l))
        .toList();
  }
}
