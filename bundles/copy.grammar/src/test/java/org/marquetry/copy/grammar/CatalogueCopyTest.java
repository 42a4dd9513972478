package org.marquetry.copy.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marquetry.copy.api.Brief;
import org.marquetry.copy.api.Channel;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.Piece;
import org.marquetry.copy.api.Purpose;

/// Describes 500 products of a real catalogue and measures variety and honesty. distinct-2 =
/// different pairs of neighbouring words (English) or characters (Chinese) over all texts, as a
/// share of all such pairs.
class CatalogueCopyTest {
  private static final int PRODUCTS = 500;

  @ParameterizedTest
  @EnumSource(CopyLanguage.class)
  void aCatalogueIsDescribedWithoutAClaimOfOurOwn(CopyLanguage language) throws IOException {
    String data = System.getProperty("marquetry.data", "");
    Path file = Path.of(data, "completejourney", "products.csv.gz");
    assumeTrue(
        !data.isBlank() && Files.isRegularFile(file), "no product file: set -Dmarquetry.data");
    var writer = new GrammarCopyWriter();
    var check = new FactClaimCheck();
    List<List<Fact>> products = products(file);
    long start = System.nanoTime();
    int without = 0;
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < products.size(); i++) {
      Brief brief =
          Brief.builder(Purpose.DESCRIBE, Channel.MAIL_BODY, language)
              .facts(products.get(i))
              .limit(1)
              .seed(i)
              .build();
      for (Piece piece : writer.write(brief)) {
        pieces.add(piece);
        without += check.check(piece.text(), language, brief.facts()).size();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Distinct distinct = new Distinct(language);
    pieces.forEach(piece -> distinct.add(piece.text()));
    long texts = pieces.stream().map(Piece::text).distinct().count();
    System.out.printf(
        Locale.ROOT,
        "copy %s: %d pieces, %d different, distinct-2 %.3f, claimsWithoutFact %d, %.2f s%n",
        language.tag(),
        pieces.size(),
        texts,
        distinct.value(),
        without,
        seconds);
    pieces.stream().limit(8).forEach(piece -> System.out.println("  " + piece.text()));
    assertEquals(PRODUCTS, pieces.size());
    assertEquals(0, without);
    assertTrue(distinct.value() > 0.2, "distinct-2 " + distinct.value());
    assertTrue(texts >= PRODUCTS * 0.98, texts + " different texts");
  }

  private static List<List<Fact>> products(Path file) throws IOException {
    List<List<Fact>> products = new ArrayList<>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine();
          line != null && products.size() < PRODUCTS;
          line = reader.readLine()) {
        String[] cells = line.substring(1).split("\"?,\"?|\"$", -1);
        if (cells.length > 6 && !cells[5].isEmpty()) products.add(facts(cells));
      }
    }
    return products;
  }

  private static List<Fact> facts(String[] cells) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.text(FactNames.PRODUCT_TITLE, cells[5], "product_type"));
    facts.add(Fact.text(FactNames.PRODUCT_CATEGORY, cells[4], "product_category"));
    if (!cells[6].isEmpty()) facts.add(Fact.text(FactNames.PRODUCT_SIZE, cells[6], "package_size"));
    return facts;
  }
}
