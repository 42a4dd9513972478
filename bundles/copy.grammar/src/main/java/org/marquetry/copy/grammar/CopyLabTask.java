package org.marquetry.copy.grammar;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.marquetry.copy.api.Brief;
import org.marquetry.copy.api.Channel;
import org.marquetry.copy.api.ClaimCheck;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.CopyWriter;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.Piece;
import org.marquetry.copy.api.Purpose;
import org.marquetry.lab.spi.LabInput;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.LabOption;
import org.marquetry.lab.spi.LabResult;
import org.marquetry.lab.spi.LabTask;
import org.marquetry.lab.spi.Table;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Component;

/// `lab copy`: describes the products of a file and counts what repeats and what is claimed without
/// a fact.
@Provider("copy")
@Component
public final class CopyLabTask implements LabTask {
  @Override
  public String name() {
    return "copy";
  }

  @Override
  public String summary() {
    return "product descriptions: variety, and claims without a fact";
  }

  @Override
  public List<LabOption> options() {
    return List.of(
        new LabOption(
            "products",
            "FILE",
            "products with columns title and, if known, category, size, price, currency, ..."),
        new LabOption("n", "N", "how many products to describe, 500 unless given"),
        new LabOption("language", "zh|en", "language of the texts, en unless given"));
  }

  @Override
  public LabResult run(LabInput input, Progress progress) {
    CopyLanguage language = language(input.text("language").orElse("en"));
    int n = input.integer("n", 500, 1, 1_000_000);
    Table table = input.table("products");
    ProductFacts products = new ProductFacts(table);
    CopyWriter writer = new GrammarCopyWriter();
    ClaimCheck check = new FactClaimCheck();
    Distinct distinct = new Distinct(language);
    Set<String> texts = new HashSet<>();
    long pieces = 0;
    long without = 0;
    progress.step(new Words("商品描述", "descriptions"));
    long start = System.nanoTime();
    for (int row = 0; row < table.rows() && pieces < n && !progress.cancelled(); row++) {
      progress.at(pieces / (double) n);
      List<Fact> facts = products.of(row);
      for (Piece piece :
          facts.isEmpty()
              ? List.<Piece>of()
              : writer.write(brief(language, facts, input.seed() + row))) {
        pieces++;
        texts.add(piece.text());
        distinct.add(piece.text());
        without += check.check(piece.text(), language, facts).size();
      }
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("seconds", (System.nanoTime() - start) / 1e9);
    metrics.put("distinct2", distinct.value());
    metrics.put("claimsWithoutFact", (double) without);
    metrics.put("pieces", (double) pieces);
    metrics.put("differentPieces", (double) texts.size());
    return new LabResult(
        metrics,
        Map.of(),
        "cpu",
        "grammar",
        Map.of("language", language.tag(), "n", n),
        table.rows());
  }

  private static Brief brief(CopyLanguage language, List<Fact> facts, long seed) {
    return Brief.builder(Purpose.DESCRIBE, Channel.MAIL_BODY, language)
        .facts(facts)
        .limit(1)
        .seed(seed)
        .build();
  }

  private static CopyLanguage language(String tag) {
    for (CopyLanguage language : CopyLanguage.values()) {
      if (language.tag().equals(tag)) return language;
    }
    throw new LabInputException("--language must be zh or en, got " + tag);
  }
}
