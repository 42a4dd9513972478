package org.marquetry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/// Finds the words of the catalogue that a mistyped Latin word may mean.
final class Spelling {
  private static final int SHORTEST = 4;
  private static final int CANDIDATES = 3;
  private static final List<String> VOCABULARIES = List.of(Fields.WORD, Fields.BRAND);
  private final DirectSpellChecker checker = new DirectSpellChecker();

  /// @param likeness of the two words, above 0, at most 1
  record Correction(String word, float likeness) {}

  Spelling() {
    checker.setMaxEdits(2);
    checker.setMinPrefix(1);
    checker.setMinQueryLength(SHORTEST);
    checker.setAccuracy(0.6f);
    checker.setMaxInspections(20);
  }

  List<Correction> corrections(IndexReader reader, String word) throws IOException {
    if (word.length() < SHORTEST || !word.chars().allMatch(Character::isLetter)) {
      return List.of();
    }
    List<SuggestWord> found = new ArrayList<>();
    for (String field : VOCABULARIES) {
      Term term = new Term(field, word);
      found.addAll(
          List.of(checker.suggestSimilar(term, 8, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX)));
    }
    return found.stream()
        .sorted(
            Comparator.comparingDouble((SuggestWord s) -> -worth(s)).thenComparing(s -> s.string))
        .limit(CANDIDATES)
        .map(s -> new Correction(s.string, s.score))
        .distinct()
        .toList();
  }

  /// A likelier meaning is the closer and the more common word.
  private static double worth(SuggestWord suggestion) {
    return suggestion.score + 0.04 * Math.log(suggestion.freq);
  }
}
