package org.marquetry.recommend.mf;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/// Items' vectors in Lucene's graph, by inner product, in memory and in one segment: the number of
/// a document is that of its item.
final class Graph implements AutoCloseable {
  private static final String FIELD = "vector";

  private final ByteBuffersDirectory folder = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final double buildSeconds;

  Graph(FactorStore items) throws IOException {
    long begin = System.nanoTime();
    IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(1_000);
    try (IndexWriter writer =
        new IndexWriter(folder, config.setMergeScheduler(new SerialMergeScheduler()))) {
      for (int i = 0; i < items.rows(); i++) {
        float[] vector = new float[items.stride()];
        items.get(i, vector, 0);
        Document document = new Document();
        document.add(
            new KnnFloatVectorField(FIELD, vector, VectorSimilarityFunction.MAXIMUM_INNER_PRODUCT));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    buildSeconds = (System.nanoTime() - begin) / 1e9;
    reader = DirectoryReader.open(folder);
    searcher = new IndexSearcher(reader);
  }

  double buildSeconds() {
    return buildSeconds;
  }

  /// The best it finds, best first.
  ///
  /// @param wide how many are looked for: the more, the better and slower
  int[] top(float[] x, int wide) throws IOException {
    return Arrays.stream(searcher.search(new KnnFloatVectorQuery(FIELD, x, wide), wide).scoreDocs)
        .mapToInt(hit -> hit.doc)
        .toArray();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    folder.close();
  }
}
