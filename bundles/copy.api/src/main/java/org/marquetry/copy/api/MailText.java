package org.marquetry.copy.api;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One text of a mail in the languages it is written in. Plain, never markup:
/// `{{customer.name|friend}}` stands for a value of the reader, with what stands there when it is
/// not known ([MailDesign#VARIABLES]); a line break is one.
///
/// @param versions by language tag (BCP 47, such as `zh` or `pt-BR`), at most 20, each of at most
///   10,000 characters; blank ones are left out
public record MailText(Map<String, String> versions) {
  /// Nothing yet.
  public static final MailText NONE = new MailText(Map.of());

  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  private static final int MOST = 20;
  private static final int LONGEST = 10_000;

  public MailText {
    Map<String, String> written = new TreeMap<>(versions);
    written.values().removeIf(String::isBlank);
    written.forEach(MailText::check);
    if (written.size() > MOST) {
      throw new IllegalArgumentException(
          "a text has at most " + MOST + " languages, got " + written.size());
    }
    versions = Collections.unmodifiableMap(written);
  }

  private static void check(String tag, String text) {
    requireTag(tag);
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a text has at most " + LONGEST + " characters, got " + text.length());
    }
  }

  static String requireTag(String tag) {
    if (!TAG.matcher(tag).matches()) {
      throw new IllegalArgumentException("language must be a tag such as zh or pt-BR, got " + tag);
    }
    return tag;
  }

  /// A text in one language.
  public static MailText of(String language, String text) {
    return new MailText(Map.of(language, text));
  }

  /// The text in exactly this language.
  public Optional<String> in(String language) {
    return Optional.ofNullable(versions.get(language));
  }

  /// The text in this language, else in the language without its country, else in another one.
  ///
  /// @param otherwise the language that everybody gets who has none of the others
  public String in(String language, String otherwise) {
    return in(language)
        .or(() -> in(Locale.forLanguageTag(language).getLanguage()))
        .or(() -> in(otherwise))
        .orElse("");
  }

  /// The same with another text in one language; blank: without it.
  public MailText with(String language, String text) {
    Map<String, String> changed = new TreeMap<>(versions);
    changed.put(language, text);
    return new MailText(changed);
  }
}
