package org.marquetry.copy.grammar;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactValue;

/// Covers every place of a text where a fact's value stands in one of its forms, so that what is
/// left claims by itself.
final class FactMask {
  /// Stands for each covered character.
  static final char COVER = '\uFFFC';

  private static final List<Format.Kind> PLAIN =
      List.of(
          Format.Kind.AS_IS,
          Format.Kind.LOWER,
          Format.Kind.CALM,
          Format.Kind.EXACT,
          Format.Kind.SHORT,
          Format.Kind.SPAN,
          Format.Kind.ZHE);

  private FactMask() {}

  static String cover(String text, CopyLanguage language, List<Fact> facts) {
    ValueForms forms = new ValueForms(language);
    StringBuilder covered = new StringBuilder(text);
    for (Fact fact : facts) {
      for (String form : forms(fact.value(), forms, language)) {
        Matcher matcher = pattern(form, fact.value()).matcher(text);
        while (matcher.find()) {
          covered.replace(
              matcher.start(),
              matcher.end(),
              String.valueOf(COVER).repeat(matcher.end() - matcher.start()));
        }
      }
    }
    return covered.toString();
  }

  private static Set<String> forms(FactValue value, ValueForms forms, CopyLanguage language) {
    Set<String> all = new LinkedHashSet<>();
    for (Format.Kind kind : PLAIN) {
      boolean suits =
          switch (value) {
            case FactValue.Text _ -> FactTypes.TEXT.takes(kind);
            case FactValue.Count _ -> FactTypes.COUNT.takes(kind);
            case FactValue.Percent _ -> FactTypes.PERCENT.takes(kind);
            case FactValue.Amount _, FactValue.Decimal _, FactValue.Day _ ->
                kind == Format.Kind.AS_IS;
          };
      if (suits) all.add(forms.of(value, new Format(kind, "")));
    }
    if (value instanceof FactValue.Count count) {
      all.add(Long.toString(count.count()));
      if (language == CopyLanguage.ZH && count.count() == 2) all.add("两");
    }
    all.remove("");
    return all;
  }

  /// A number is covered only where it stands alone, and a bare count only where no unit makes it
  /// another quantity.
  private static Pattern pattern(String form, FactValue value) {
    String before = Character.isDigit(form.charAt(0)) ? "(?<![\\d.,$€£¥])" : "";
    String after = Character.isDigit(form.charAt(form.length() - 1)) ? "(?![\\d]|[.,]\\d)" : "";
    if (value instanceof FactValue.Count) after += "(?!\\s?[%折元块])";
    if (value instanceof FactValue.Text) {
      before =
          Character.isLetterOrDigit(form.charAt(0)) && form.charAt(0) < 128
              ? "(?<![A-Za-z0-9])"
              : "";
      after = form.charAt(form.length() - 1) < 128 ? "(?![A-Za-z0-9])" : "";
    }
    return Pattern.compile(
        before + Pattern.quote(form.toLowerCase(Locale.ROOT)) + after, Pattern.CASE_INSENSITIVE);
  }
}
