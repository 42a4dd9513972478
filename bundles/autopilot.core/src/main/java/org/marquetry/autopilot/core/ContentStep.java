package org.marquetry.autopilot.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.marquetry.copy.api.Brief;
import org.marquetry.copy.api.Channel;
import org.marquetry.copy.api.ClaimCheck;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.CopyWriter;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.Piece;
import org.marquetry.copy.api.Purpose;
import org.marquetry.copy.api.Style;
import org.marquetry.search.api.HitReason;
import org.marquetry.search.api.IndexReport;
import org.marquetry.search.api.ProductHit;
import org.marquetry.search.api.ProductSearch;
import org.marquetry.search.api.SearchRequest;
import org.marquetry.warehouse.api.Warehouse;

/// Step 4: make the products findable, and describe them in words that rest on facts.
final class ContentStep implements Step {
  private static final int DESCRIBED = 8;
  private static final int QUERIES = 4;
  private static final int FOUND = 3;

  private final ProductSearch search;
  private final CopyWriter writer;
  private final ClaimCheck check;
  private final Warehouse warehouse;
  private final Messages messages;

  ContentStep(
      ProductSearch search,
      CopyWriter writer,
      ClaimCheck check,
      Warehouse warehouse,
      Messages messages) {
    this.search = search;
    this.writer = writer;
    this.check = check;
    this.warehouse = warehouse;
    this.messages = messages;
  }

  @Override
  public StepName name() {
    return StepName.CONTENT;
  }

  @Override
  public void run(Run run, StepReport report) {
    if (run.totals().titled() == 0) {
      report.skipped(
          messages.text(run.totals().products() == 0 ? "content.noProducts" : "content.noTitles"));
      return;
    }
    IndexReport index = search.build(run.progress());
    report.figure(Figure.count("indexed", messages.text("content.indexed"), index.products()));
    List<Catalogue.Product> best = run.catalogue().bestSellers(warehouse, DESCRIBED);
    report.table(found(best));
    int pieces = describe(report, best);
    report.summary(messages.text("content.summary", index.products(), pieces));
  }

  private Table found(List<Catalogue.Product> best) {
    List<List<Object>> rows = new ArrayList<>();
    for (String words : queries(best)) {
      SearchRequest request = SearchRequest.of(words, FOUND * 10);
      Set<String> titles = new HashSet<>();
      for (ProductHit hit :
          search.find(request).stream().filter(h -> titles.add(h.title())).limit(FOUND).toList()) {
        rows.add(
            List.of(
                Text.same(words),
                Text.same(hit.title()),
                Text.same(hit.category().orElse("–")),
                why(
                    search
                        .explain(request, hit.product())
                        .map(HitReason::found)
                        .orElse(List.of()))));
      }
    }
    return new Table(
        "search",
        messages.text("content.table.search"),
        List.of(column("query"), column("product"), column("category"), column("why")),
        rows);
  }

  /// What shoppers might type: the names of best sellers of different categories, in lower case.
  private static List<String> queries(List<Catalogue.Product> best) {
    return best.stream()
        .map(p -> p.name().orElse(""))
        .map(n ->
            n.replaceAll("[^\\p{L}\\p{N} ]", " ")
                .replaceAll("\\s+", " ")
                .trim()
                .toLowerCase(Locale.ROOT))
        .filter(n -> !n.isBlank())
        .distinct()
        .limit(QUERIES)
        .toList();
  }

  private Text why(List<HitReason.FoundWord> found) {
    return Text.same(
        String.join(
            ", ",
            found.stream()
                .limit(4)
                .map(f ->
                    f.word()
                        + " → "
                        + f.part().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + " "
                        + Math.round(f.share() * 100)
                        + " %")
                .toList()));
  }

  private int describe(StepReport report, List<Catalogue.Product> products) {
    List<List<Object>> rows = new ArrayList<>();
    int claims = 0;
    int unsupported = 0;
    for (Catalogue.Product p : products) {
      List<Fact> facts = p.facts();
      List<Piece> zh = pieces(CopyLanguage.ZH, facts);
      List<Piece> en = pieces(CopyLanguage.EN, facts);
      if (zh.isEmpty() || en.isEmpty()) {
        continue;
      }
      claims += zh.getFirst().claims().size() + en.getFirst().claims().size();
      unsupported += check.check(zh.getFirst().text(), CopyLanguage.ZH, facts).size();
      unsupported += check.check(en.getFirst().text(), CopyLanguage.EN, facts).size();
      String names =
          String.join(
              ", ", en.getFirst().claims().stream().map(c -> c.factId()).distinct().toList());
      rows.add(
          List.of(
              Text.same(p.name().orElse(p.id().value())),
              Text.same(zh.getFirst().text()),
              Text.same(en.getFirst().text()),
              Text.same(names)));
    }
    report.table(
        new Table(
            "descriptions",
            messages.text("content.table.descriptions"),
            List.of(column("product"), column("textZh"), column("textEn"), column("facts")),
            rows));
    report.figure(Figure.count("claims", messages.text("content.claims"), claims));
    report.figure(
        Figure.count("claimsWithoutFact", messages.text("content.claimsWithoutFact"), unsupported));
    return rows.size() * 2;
  }

  private List<Piece> pieces(CopyLanguage language, List<Fact> facts) {
    return writer.write(
        Brief.builder(Purpose.DESCRIBE, Channel.MAIL_BODY, language)
            .facts(facts)
            .styles(Set.of(Style.PLAIN, Style.BENEFIT))
            .limit(1)
            .build());
  }

  private Table.Column column(String key) {
    return new Table.Column(key, messages.text("column." + key));
  }
}
