package org.marquetry.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.IndexWriter;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.search.api.SearchException;

/// One pass over the catalogue that writes every product.
final class IndexBuild {
  private static final int BETWEEN_REPORTS = 500;
  private final Products products;
  private final ProductIndexer indexer;
  private final Progress progress;
  private long indexed;
  private long skipped;

  IndexBuild(Products products, ProductIndexer indexer, Progress progress) {
    this.products = products;
    this.indexer = indexer;
    this.progress = progress;
  }

  void write(IndexWriter writer) throws IOException {
    long size = products.size();
    try {
      products.forEach(row -> add(writer, row, size));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void add(IndexWriter writer, CatalogueRow row, long size) {
    if ((indexed + skipped) % BETWEEN_REPORTS == 0) {
      if (progress.cancelled()) {
        throw new SearchException(
            "the build of the search index was cancelled; the index in use stays");
      }
      progress.at(Math.min(1, (indexed + skipped) / (double) Math.max(1, size)));
    }
    String title = row.shownTitle();
    if (title == null) {
      skipped++;
      return;
    }
    try {
      writer.addDocument(indexer.document(row, title));
      indexed++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long indexed() {
    return indexed;
  }

  long skipped() {
    return skipped;
  }
}
