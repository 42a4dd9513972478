package org.marquetry.ui.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.marquetry.search.api.HitReason;
import org.marquetry.search.api.HitReason.FoundWord;
import org.marquetry.search.api.MatchKind;
import org.marquetry.ui.api.Formats;

/// Says in words why a product stands where it stands.
///
/// @param page whose language is spoken
record ReasonWords(Component page, Formats formats) {
  /// One line for each word that was found, the weightiest first, then what is missing.
  List<Component> of(HitReason reason) {
    List<Component> lines = new ArrayList<>();
    UnorderedList found = new UnorderedList();
    merged(reason).forEach(word -> found.add(new ListItem(line(word))));
    lines.add(found);
    List<String> missing = missing(reason);
    if (!missing.isEmpty()) {
      lines.add(new Paragraph(page.getTranslation("content.why.missing", quoted(missing))));
    }
    return lines;
  }

  /// Chinese is found by words and by pairs of characters: a pair that is part of a word that was
  /// found counts for the word, for a person reads it so.
  static List<FoundWord> merged(HitReason reason) {
    Map<String, FoundWord> all = new LinkedHashMap<>();
    for (FoundWord word : reason.found()) {
      FoundWord whole = whole(word, reason);
      all.merge(whole.word(), whole, ReasonWords::sum);
    }
    return List.copyOf(all.values());
  }

  private static FoundWord whole(FoundWord part, HitReason reason) {
    return reason.found().stream()
        .filter(w -> isWholeOf(w, part))
        .findFirst()
        .map(w -> new FoundWord(w.word(), w.part(), w.match(), MatchKind.WORD, part.share()))
        .orElse(part);
  }

  /// A word of the pair, or a pair of the single character.
  private static boolean isWholeOf(FoundWord whole, FoundWord part) {
    boolean pair = part.kind() == MatchKind.CHARACTERS && whole.kind() != MatchKind.CHARACTERS;
    boolean single = isHan(part.word()) && part.word().length() == 1 && whole.word().length() > 1;
    return (pair || single) && whole.word().contains(part.word());
  }

  /// What was typed and is not there; not the seam between two Chinese words that are.
  static List<String> missing(HitReason reason) {
    return reason.missing().stream()
        .filter(word -> !isHan(word) || reason.found().stream().noneMatch(f -> shares(word, f)))
        .toList();
  }

  private static boolean isHan(String word) {
    return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
  }

  private static boolean shares(String word, FoundWord found) {
    return word.codePoints().anyMatch(c -> found.word().indexOf(c) >= 0);
  }

  private static FoundWord sum(FoundWord a, FoundWord b) {
    return new FoundWord(a.word(), a.part(), a.match(), a.kind(), a.share() + b.share());
  }

  private String line(FoundWord word) {
    String where = page.getTranslation("content.part." + key(word.part()));
    return page.getTranslation(
        "content.kind." + key(word.kind()),
        word.word(),
        where,
        formats.percent(word.share()),
        word.match());
  }

  private String quoted(List<String> words) {
    List<String> each = words.stream().map(w -> page.getTranslation("content.quoted", w)).toList();
    return String.join(page.getTranslation("content.comma"), each);
  }

  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The word that a mistyped one was read as, when the best product was found by it.
  static Optional<FoundWord> correction(HitReason reason) {
    return reason.found().stream().filter(w -> w.kind() == MatchKind.CORRECTED).findFirst();
  }
}
