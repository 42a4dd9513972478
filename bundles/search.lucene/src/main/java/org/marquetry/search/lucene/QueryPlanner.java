package org.marquetry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.marquetry.search.api.MatchKind;

/// Plans a query: which terms of which fields may stand for each word that was typed.
final class QueryPlanner {
  private static final int SHORTEST_PREFIX = 3;
  private static final int MOST_WORDS = 40;
  private final Analyzers analyzers;
  private final Weights weights;
  private final Spelling spelling = new Spelling();

  QueryPlanner(Analyzers analyzers, Weights weights) {
    this.analyzers = analyzers;
    this.weights = weights;
  }

  /// @param chinese whether Chinese characters in the text are looked for
  QueryPlan plan(IndexReader reader, String text, boolean chinese) throws IOException {
    String form = TextForm.of(text);
    List<String> words =
        Analyzers.terms(analyzers.word, form).stream().distinct().limit(MOST_WORDS).toList();
    List<WordPlan> plans = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      plans.add(latin(reader, words.get(i), i == words.size() - 1));
    }
    analyzers.pairs(form).stream()
        .distinct()
        .limit(MOST_WORDS)
        .forEach(pair -> plans.add(pair(pair)));
    for (String measure : TextForm.measures(form)) {
      plans.add(
          WordPlan.bonus(
              measure,
              new Alternative(Fields.MEASURE, measure, MatchKind.MEASURE, weights.measure())));
    }
    String han = ProductIndexer.han(form);
    if (chinese && !han.isEmpty()) {
      plans.addAll(chinese(han));
    }
    return new QueryPlan(plans);
  }

  private WordPlan latin(IndexReader reader, String word, boolean last) throws IOException {
    List<Alternative> found = new ArrayList<>();
    String stem = stemOf(word);
    addWord(found, word, stem, MatchKind.WORD, 1f);
    if (reader.docFreq(new Term(Fields.WORD, word)) == 0) {
      if (!known(reader, word, stem)) {
        for (Spelling.Correction correction : spelling.corrections(reader, word)) {
          String meant = correction.word();
          addWord(found, meant, stemOf(meant), MatchKind.CORRECTED, correction.likeness());
        }
      }
      if (last && word.length() >= SHORTEST_PREFIX) {
        found.add(new Alternative(Fields.WORD, word, MatchKind.PREFIX, 2 * weights.stem()));
      }
    }
    return new WordPlan(word, false, found);
  }

  private static boolean known(IndexReader reader, String word, String stem) throws IOException {
    return reader.docFreq(new Term(Fields.EN, stem)) > 0
        || reader.docFreq(new Term(Fields.BRAND, word)) > 0
        || reader.docFreq(new Term(Fields.CATEGORY, stem)) > 0;
  }

  private void addWord(
      List<Alternative> found, String word, String stem, MatchKind kind, float factor) {
    found.add(new Alternative(Fields.EN, stem, kind, factor * weights.stem()));
    found.add(new Alternative(Fields.HEAD, stem, kind, factor * weights.head()));
    found.add(new Alternative(Fields.WORD, word, kind, factor * weights.word()));
    found.add(new Alternative(Fields.PAIR, word, MatchKind.COMPOUND, factor * weights.pair()));
    found.add(new Alternative(Fields.CATEGORY, stem, kind, factor * weights.category()));
    found.add(new Alternative(Fields.BRAND, word, kind, factor * weights.brand()));
    found.add(new Alternative(Fields.TEXT, stem, kind, factor * weights.text()));
  }

  private WordPlan pair(String pair) {
    String joined = pair.replace(" ", "");
    return WordPlan.bonus(
        pair,
        new Alternative(Fields.PAIR, joined, MatchKind.COMPOUND, weights.pair()),
        new Alternative(Fields.WORD, joined, MatchKind.COMPOUND, weights.stem()));
  }

  private List<WordPlan> chinese(String han) {
    List<WordPlan> plans = new ArrayList<>();
    for (String word : Analyzers.terms(analyzers.chinese, han)) {
      plans.add(
          WordPlan.bonus(
              word, new Alternative(Fields.ZH, word, MatchKind.WORD, weights.chineseWord())));
    }
    for (String bigram : Analyzers.terms(analyzers.bigram, han)) {
      plans.add(
          new WordPlan(
              bigram,
              false,
              List.of(
                  new Alternative(Fields.CJK, bigram, MatchKind.CHARACTERS, weights.bigram()),
                  new Alternative(
                      Fields.NAMES_CJK,
                      bigram,
                      MatchKind.CHARACTERS,
                      weights.bigram() * weights.category()))));
    }
    return plans;
  }

  private String stemOf(String word) {
    List<String> stems = Analyzers.terms(analyzers.stem, word);
    return stems.isEmpty() ? word : stems.getFirst();
  }
}
