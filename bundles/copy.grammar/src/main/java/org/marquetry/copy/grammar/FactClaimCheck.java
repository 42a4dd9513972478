package org.marquetry.copy.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.marquetry.copy.api.ClaimCheck;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.UnsupportedClaim;
import org.marquetry.copy.api.UnsupportedClaim.Kind;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.service.component.annotations.Component;

/// Checks a text against facts by what is left when their values are covered: numbers, names,
/// claiming words. It knows nothing of the grammars, so it judges them and any other writer alike.
@Provider("grammar")
@Component
public final class FactClaimCheck implements ClaimCheck {
  /// A capital in the middle of a sentence (after a colon a new one may begin); a quotation.
  private static final Pattern ENGLISH_NAME =
      Pattern.compile(
          "(?<=[a-z,;"
              + FactMask.COVER
              + "] )(?!I\\b)[A-Z][\\p{L}\\d'’-]*|[“\"][^”\"]*\\p{L}[^”\"]*[”\"]");

  /// A Latin word; a quotation.
  private static final Pattern CHINESE_NAME =
      Pattern.compile("[A-Za-z]{2,}[A-Za-z0-9-]*|[“「《][^”」》]*[\\p{L}][^”」》]*[”」》]");

  @Override
  public List<UnsupportedClaim> check(String text, CopyLanguage language, List<Fact> facts) {
    String rest = FactMask.cover(text, language, facts);
    Set<String> names = facts.stream().map(Fact::name).collect(Collectors.toSet());
    List<UnsupportedClaim> found = new ArrayList<>();
    add(found, NumberWords.DIGITS, rest, text, Kind.NUMBER);
    add(found, NumberWords.words(language), rest, text, Kind.NUMBER);
    add(found, language == CopyLanguage.ZH ? CHINESE_NAME : ENGLISH_NAME, rest, text, Kind.NAME);
    new ClaimWords(language)
        .unsupported(rest, names)
        .forEach(claim -> found.add(ClaimWords.claim(claim)));
    found.sort(
        Comparator.comparingInt(UnsupportedClaim::start).thenComparing(UnsupportedClaim::kind));
    return List.copyOf(found);
  }

  private static void add(
      List<UnsupportedClaim> found, Pattern pattern, String rest, String text, Kind kind) {
    Matcher matcher = pattern.matcher(rest);
    while (matcher.find()) {
      found.add(
          new UnsupportedClaim(
              matcher.start(),
              matcher.end(),
              text.substring(matcher.start(), matcher.end()),
              kind));
    }
  }
}
