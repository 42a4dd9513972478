package org.marquetry.ui.data;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Kinds of files that people drop by mistake, told by how they begin. The name counts for nothing.
enum ImportFileKind {
  PDF("%PDF-"),
  PICTURE("\u0089PNG", "GIF8", "\u00ff\u00d8\u00ff", "BM\0\0"),
  /// Word, Excel and PowerPoint before 2007.
  OLD_OFFICE("\u00d0\u00cf\u0011\u00e0"),
  WEB_PAGE("<!DOCTYPE", "<!doctype", "<html", "<HTML"),
  ARCHIVE("Rar!", "7z\u00bc\u00af", "ustar"),
  PROGRAM("MZ", "\u007fELF");

  private final String[] beginnings;

  ImportFileKind(String... beginnings) {
    this.beginnings = beginnings;
  }

  /// @param start the first bytes of a file
  static Optional<ImportFileKind> of(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    for (ImportFileKind kind : values()) {
      for (String beginning : kind.beginnings) {
        if (text.startsWith(beginning)) {
          return Optional.of(kind);
        }
      }
    }
    return Optional.empty();
  }

  /// Key of the sentence that says what it is and what to do.
  String key() {
    return "data.import.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
