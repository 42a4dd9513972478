package org.marquetry.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportFileKindTest {
  private static Optional<ImportFileKind> of(String text) {
    return ImportFileKind.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void whatIsNoTableIsNamed() {
    assertEquals(Optional.of(ImportFileKind.PDF), of("%PDF-1.7\n..."));
    assertEquals(Optional.of(ImportFileKind.PICTURE), of("\u00ff\u00d8\u00ff\u00e0JFIF"));
    assertEquals(Optional.of(ImportFileKind.OLD_OFFICE), of("\u00d0\u00cf\u0011\u00e0\u00a1"));
    assertEquals(Optional.of(ImportFileKind.WEB_PAGE), of("<!DOCTYPE html><title>Log in"));
  }

  @Test
  void tablesGoOn() {
    assertEquals(Optional.empty(), of("order;customer\n"));
    assertEquals(Optional.empty(), of("PK\3\4")); // .xlsx
    assertEquals(Optional.empty(), of("\u001f\u008b")); // gzip
    assertEquals(Optional.empty(), of("PAR1"));
    assertEquals(Optional.empty(), of(""));
    assertEquals(
        Optional.empty(), ImportFileKind.of("订单号;顾客".getBytes(Charset.forName("GB18030"))));
  }

  @Test
  void eachHasItsSentenceInBothLanguages() {
    DataTexts texts = new DataTexts();
    for (ImportFileKind kind : ImportFileKind.values()) {
      assertTrue(texts.text(kind.key(), Locale.ENGLISH).isPresent(), kind.key());
      assertTrue(texts.text(kind.key(), Locale.SIMPLIFIED_CHINESE).isPresent(), kind.key());
    }
  }
}
