package org.marquetry.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.LabInput;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.LabOption;
import org.marquetry.lab.spi.LabResult;
import org.marquetry.lab.spi.LabTask;
import org.marquetry.lab.spi.Table;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.search.api.IndexReport;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Component;

/// `lab search`: indexes a product file in a temporary folder and ranks judged queries.
@Provider("search")
@Component
public final class SearchLabTask implements LabTask {
  @Override
  public String name() {
    return "search";
  }

  @Override
  public String summary() {
    return "how well product search ranks judged queries";
  }

  @Override
  public List<LabOption> options() {
    return List.of(
        new LabOption(
            "products",
            "FILE",
            "products with columns id, title and, if known, category, brand, description"),
        new LabOption(
            "judgments", "FILE", "judged products with columns query, product, relevance"));
  }

  @Override
  public LabResult run(LabInput input, Progress progress) {
    Table products = input.table("products");
    Judgments judgments = judgments(input.table("judgments"));
    Path home = temporary();
    try {
      var search = new LuceneProductSearch(home, new TableProducts(products));
      try {
        IndexReport report = search.build(progress);
        progress.step(new Words("已评判的查询", "judged queries"));
        return result(Relevance.measure(search, judgments, progress), report);
      } finally {
        search.close();
      }
    } finally {
      remove(home);
    }
  }

  private static LabResult result(Relevance relevance, IndexReport report) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("ndcg@10", relevance.ndcg());
    metrics.put("recall@100", relevance.recall());
    metrics.put("p50Ms", relevance.p50Ms());
    metrics.put("p99Ms", relevance.p99Ms());
    metrics.put("queries", (double) relevance.queries());
    metrics.put("indexSeconds", report.seconds());
    return new LabResult(metrics, Map.of(), "cpu", "bm25-dismax", Map.of(), report.products());
  }

  private static Judgments judgments(Table table) {
    Column query = column(table, "query", "search_term");
    Column product = column(table, "product", "product_id", "product_uid", "id");
    Column relevance = column(table, "relevance", "label", "grade");
    Judgments judgments = new Judgments();
    for (int row = 0; row < table.rows(); row++) {
      judgments.add(query.text(row), product.text(row), relevance.number(row));
    }
    if (judgments.size() == 0) throw new LabInputException(table.source() + " holds no judgments");
    return judgments;
  }

  private static Column column(Table table, String... names) {
    for (String name : names) {
      Optional<Column> column = table.find(name);
      if (column.isPresent()) return column.get();
    }
    return table.column(names[0]);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("marquetry-lab-search");
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for a temporary index", e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the temporary index " + folder + " cannot be removed", e);
    }
  }

  /// The products of a table, in the order of their ids.
  private static final class TableProducts implements Products {
    private final List<CatalogueRow> rows = new ArrayList<>();

    TableProducts(Table table) {
      Column id = column(table, "id", "product_id", "product_uid");
      Column title = column(table, "title", "product_title", "name");
      for (int row = 0; row < table.rows(); row++) {
        rows.add(
            new CatalogueRow(
                id.text(row),
                title.text(row),
                text(table, "category", row),
                null,
                text(table, "brand", row),
                null,
                null,
                text(table, "description", row)));
      }
      rows.sort(Comparator.comparing(CatalogueRow::productId));
    }

    private static @Nullable String text(Table table, String name, int row) {
      String text = table.find(name).map(column -> column.text(row)).orElse("");
      return text.isBlank() ? null : text;
    }

    @Override
    public long size() {
      return rows.size();
    }

    @Override
    public void forEach(Consumer<CatalogueRow> consumer) {
      rows.forEach(consumer);
    }
  }
}
