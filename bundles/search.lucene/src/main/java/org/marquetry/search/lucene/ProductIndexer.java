package org.marquetry.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/// Turns one product into the fields of [Fields].
final class ProductIndexer {
  private static final Pattern NOT_HAN = Pattern.compile("[^\\p{IsHan}]+");
  private final Analyzers analyzers;

  ProductIndexer(Analyzers analyzers) {
    this.analyzers = analyzers;
  }

  /// @param title what the product is called, see [CatalogueRow#shownTitle]
  Document document(CatalogueRow row, String title) {
    Document document = new Document();
    document.add(new StringField(Fields.ID, row.productId(), Store.YES));
    document.add(new StoredField(Fields.TITLE, title));
    addTitle(document, TextForm.of(title));
    row.otherTitles().forEach(other -> addTitle(document, TextForm.of(other)));
    addNames(document, row);
    if (row.priceMinor() != null && row.currency() != null) {
      document.add(new LongField(Fields.PRICE, row.priceMinor(), Store.YES));
      document.add(new StringField(Fields.CURRENCY, row.currency(), Store.YES));
    }
    return document;
  }

  private void addTitle(Document document, String form) {
    addText(document, Fields.WORD, form);
    addText(document, Fields.EN, form);
    addText(document, Fields.HEAD, Head.of(form));
    List<String> pairs = analyzers.pairs(form).stream().map(pair -> pair.replace(" ", "")).toList();
    addText(document, Fields.PAIR, String.join(" ", pairs));
    addText(document, Fields.MEASURE, String.join(" ", TextForm.measures(form)));
    addText(document, Fields.ZH, han(form));
    addText(document, Fields.CJK, han(form));
  }

  private static void addNames(Document document, CatalogueRow row) {
    List<String> han = new ArrayList<>();
    if (row.category() != null) {
      document.add(new StoredField(Fields.CATEGORY_SHOWN, row.category()));
      han.add(addName(document, Fields.CATEGORY, Fields.CATEGORY_EXACT, row.category()));
    }
    if (row.subcategory() != null) {
      han.add(addName(document, Fields.CATEGORY, Fields.CATEGORY_EXACT, row.subcategory()));
    }
    if (row.brand() != null) {
      document.add(new StoredField(Fields.BRAND_SHOWN, row.brand()));
      han.add(addName(document, Fields.BRAND, Fields.BRAND_EXACT, row.brand()));
    }
    if (row.text() != null) {
      String form = TextForm.of(row.text());
      addText(document, Fields.TEXT, form);
      han.add(han(form));
    }
    addText(document, Fields.NAMES_CJK, String.join(" ", han).strip());
  }

  private static String addName(Document document, String field, String exactField, String name) {
    String form = TextForm.of(name);
    addText(document, field, form);
    document.add(new StringField(exactField, exact(name), Store.NO));
    return han(form);
  }

  private static void addText(Document document, String field, String text) {
    if (!text.isEmpty()) {
      document.add(new TextField(field, text, Store.NO));
    }
  }

  /// Return the runs of Chinese characters of a text, parted by blanks.
  static String han(String form) {
    return NOT_HAN.matcher(form).replaceAll(" ").strip();
  }

  /// Return the form of a category or brand that filters compare.
  static String exact(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
