package org.marquetry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.marquetry.search.api.HitReason;
import org.marquetry.search.api.HitReason.FoundWord;
import org.marquetry.search.api.HitReason.Part;
import org.marquetry.shop.api.ProductId;

/// Takes the score of one product apart: what each word of the plan, in its best field, gave to it.
final class Reasons {
  private Reasons() {}

  private record Given(WordPlan word, Alternative best, double score) {}

  static Optional<HitReason> of(
      IndexSearcher searcher, QueryPlan plan, int document, ProductId product) throws IOException {
    List<Given> given = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (WordPlan word : plan.words()) {
      Given found = given(searcher, word, document);
      if (found != null) {
        given.add(found);
      } else if (!word.bonus()) {
        missing.add(word.word());
      }
    }
    double total = given.stream().mapToDouble(Given::score).sum();
    if (given.isEmpty()) {
      return Optional.empty();
    }
    List<FoundWord> words =
        given.stream()
            .sorted(Comparator.comparingDouble((Given g) -> -g.score()))
            .map(g -> found(g, total))
            .toList();
    return Optional.of(new HitReason(product, total, words, missing));
  }

  private static @Nullable Given given(IndexSearcher searcher, WordPlan word, int document)
      throws IOException {
    Alternative best = null;
    double highest = 0;
    double sum = 0;
    for (Alternative alternative : word.alternatives()) {
      double score = searcher.explain(alternative.query(), document).getValue().doubleValue();
      sum += score;
      if (score > highest) {
        highest = score;
        best = alternative;
      }
    }
    return best == null ? null : new Given(word, best, highest + WordPlan.TIE * (sum - highest));
  }

  private static FoundWord found(Given given, double total) {
    Alternative best = given.best();
    return new FoundWord(
        given.word().word(), part(best.field()), best.term(), best.kind(), given.score() / total);
  }

  private static Part part(String field) {
    return switch (field) {
      case Fields.HEAD -> Part.TITLE_HEAD;
      case Fields.CATEGORY -> Part.CATEGORY;
      case Fields.BRAND -> Part.BRAND;
      case Fields.TEXT, Fields.NAMES_CJK -> Part.TEXT;
      default -> Part.TITLE;
    };
  }
}
