package org.marquetry.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.search.api.HitReason;
import org.marquetry.search.api.IndexReport;
import org.marquetry.search.api.ProductHit;
import org.marquetry.search.api.ProductSearch;
import org.marquetry.search.api.SearchRequest;
import org.marquetry.search.api.SearchResult;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Warehouse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Product search on a Lucene index under `<home>/data/search`.
@Provider("lucene")
@Component
public final class LuceneProductSearch implements ProductSearch {
  private static final Logger log = LoggerFactory.getLogger(LuceneProductSearch.class);
  private static final Set<String> SHOWN =
      Set.of(
          Fields.ID,
          Fields.TITLE,
          Fields.CATEGORY_SHOWN,
          Fields.BRAND_SHOWN,
          Fields.PRICE,
          Fields.CURRENCY);
  private final Analyzers analyzers = new Analyzers();
  private final Similarity similarity = new BM25Similarity(Weights.K1, Weights.B);
  private final QueryPlanner planner = new QueryPlanner(analyzers, Weights.DEFAULT);
  private final Products products;
  private final IndexFolder folder;

  @Activate
  public LuceneProductSearch(BundleContext context, @Reference Warehouse warehouse) {
    this(home(context), new Catalogue(warehouse));
  }

  LuceneProductSearch(Path home, Products products) {
    this.products = products;
    folder = new IndexFolder(home.resolve("data").resolve("search"));
  }

  private static Path home(BundleContext context) {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "framework property marquetry.home is not set: the search index has no place");
    }
    return Path.of(home);
  }

  @Override
  public IndexReport build(Progress progress) {
    long start = System.nanoTime();
    progress.step(new Words("搜索索引", "search index"));
    IndexBuild build = new IndexBuild(products, new ProductIndexer(analyzers), progress);
    IndexWriterConfig config =
        new IndexWriterConfig(analyzers.perField())
            .setSimilarity(similarity)
            .setMergePolicy(new LogByteSizeMergePolicy()); // keeps the order of the ids
    long bytes = folder.replace(config, build::write);
    double seconds = (System.nanoTime() - start) / 1e9;
    log.info("search index built: {} products, {} bytes, {} s", build.indexed(), bytes, seconds);
    return new IndexReport(build.indexed(), build.skipped(), bytes, seconds);
  }

  @Override
  public List<ProductHit> find(SearchRequest request) {
    return folder
        .read(reader -> {
          IndexSearcher searcher = searcher(reader);
          return hits(
              searcher, Filters.apply(request, plan(reader, request).query()), request.limit());
        })
        .orElse(List.of());
  }

  @Override
  public SearchResult search(SearchRequest request) {
    return FacetedSearch.of(request, this::find);
  }

  @Override
  public List<ProductHit> similar(ProductId product, int limit) {
    if (limit < 1 || limit > SearchRequest.MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit must be 1 to " + SearchRequest.MAX_LIMIT + ", got " + limit);
    }
    return folder.read(reader -> similar(reader, product, limit)).orElse(List.of());
  }

  private List<ProductHit> similar(DirectoryReader reader, ProductId product, int limit)
      throws IOException {
    IndexSearcher searcher = searcher(reader);
    TermQuery itself = id(product);
    TopDocs found = searcher.search(itself, 1);
    if (found.scoreDocs.length == 0) {
      return List.of();
    }
    Document document = searcher.storedFields().document(found.scoreDocs[0].doc, SHOWN);
    BooleanQuery.Builder like = new BooleanQuery.Builder();
    like.add(planner.plan(reader, document.get(Fields.TITLE), true).query(), Occur.SHOULD);
    addExact(like, Fields.CATEGORY_EXACT, document.get(Fields.CATEGORY_SHOWN));
    addExact(like, Fields.BRAND_EXACT, document.get(Fields.BRAND_SHOWN));
    like.add(itself, Occur.MUST_NOT);
    return hits(searcher, like.build(), limit);
  }

  private static void addExact(BooleanQuery.Builder query, String field, @Nullable String name) {
    if (name != null) {
      query.add(new TermQuery(new Term(field, ProductIndexer.exact(name))), Occur.SHOULD);
    }
  }

  @Override
  public Optional<HitReason> explain(SearchRequest request, ProductId product) {
    return folder.read(reader -> explain(reader, request, product)).flatMap(reason -> reason);
  }

  private Optional<HitReason> explain(
      DirectoryReader reader, SearchRequest request, ProductId product) throws IOException {
    IndexSearcher searcher = searcher(reader);
    QueryPlan plan = plan(reader, request);
    BooleanQuery.Builder only = new BooleanQuery.Builder();
    only.add(Filters.apply(request, plan.query()), Occur.FILTER);
    only.add(id(product), Occur.FILTER);
    TopDocs found = searcher.search(only.build(), 1);
    return found.scoreDocs.length == 0
        ? Optional.empty()
        : Reasons.of(searcher, plan, found.scoreDocs[0].doc, product);
  }

  private QueryPlan plan(DirectoryReader reader, SearchRequest request) throws IOException {
    boolean chinese = !request.language().equals(Optional.of("en"));
    return planner.plan(reader, request.text(), chinese);
  }

  private IndexSearcher searcher(DirectoryReader reader) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(similarity);
    return searcher;
  }

  private static TermQuery id(ProductId product) {
    return new TermQuery(new Term(Fields.ID, product.value()));
  }

  private static List<ProductHit> hits(IndexSearcher searcher, Query query, int limit)
      throws IOException {
    List<ProductHit> hits = new ArrayList<>();
    for (ScoreDoc scored : searcher.search(query, limit).scoreDocs) {
      hits.add(hit(searcher.storedFields().document(scored.doc, SHOWN), scored.score));
    }
    return hits;
  }

  private static ProductHit hit(Document document, double score) {
    Optional<Money> price =
        Optional.ofNullable(document.getField(Fields.PRICE))
            .map(field ->
                new Money(field.numericValue().longValue(), document.get(Fields.CURRENCY)));
    return new ProductHit(
        new ProductId(document.get(Fields.ID)),
        document.get(Fields.TITLE),
        Optional.ofNullable(document.get(Fields.CATEGORY_SHOWN)),
        Optional.ofNullable(document.get(Fields.BRAND_SHOWN)),
        price,
        score);
  }

  @Deactivate
  void close() {
    folder.close();
    analyzers.close();
  }
}
