package org.marquetry.copy.grammar;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.marquetry.copy.api.Claim;
import org.marquetry.copy.api.CopyLanguage;

/// Tells whether a text says a thing twice: a fact, or a run of words.
final class Stutter {
  private static final int WORDS = 3;
  private static final int CHARACTERS = 4;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Stutter() {}

  static boolean in(Candidate candidate, CopyLanguage language) {
    Set<String> facts = new HashSet<>();
    for (Claim claim : candidate.claims()) {
      if (!facts.add(claim.factId())) return true;
    }
    return language == CopyLanguage.ZH ? characters(candidate.text()) : words(candidate.text());
  }

  private static boolean words(String text) {
    List<String> words = NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).toList();
    Set<List<String>> runs = new HashSet<>();
    for (int i = 0; i + WORDS <= words.size(); i++) {
      if (!runs.add(words.subList(i, i + WORDS))) return true;
    }
    return false;
  }

  private static boolean characters(String text) {
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + CHARACTERS <= text.length(); i++) {
      String run = text.substring(i, i + CHARACTERS);
      if (run.codePoints().allMatch(Character::isIdeographic) && !runs.add(run)) return true;
    }
    return false;
  }
}
