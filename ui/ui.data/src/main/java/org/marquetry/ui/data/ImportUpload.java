package org.marquetry.ui.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.marquetry.data.api.Imports;
import org.marquetry.ui.api.FileDrop;

/// Stores a file for an import, part by part as it comes.
final class ImportUpload implements FileDrop.Taker {
  private final Imports imports;
  private volatile String stored = "";

  ImportUpload(Imports imports) {
    this.imports = imports;
  }

  /// Id of the last import that was stored.
  String stored() {
    return stored;
  }

  @Override
  public String take(String name, InputStream content) throws IOException {
    byte[] part = content.readNBytes(Imports.MAX_PART);
    Optional<ImportFileKind> wrong = ImportFileKind.of(part);
    if (wrong.isPresent()) {
      return wrong.get().key();
    }
    if (part.length == 0) {
      return "data.import.empty";
    }
    String id = imports.begin(name);
    boolean whole = false;
    try {
      long offset = 0;
      while (part.length > 0) {
        offset = imports.append(id, offset, part);
        part = content.readNBytes(Imports.MAX_PART);
      }
      imports.stored(id);
      whole = true;
    } finally {
      if (!whole) {
        imports.discard(id);
      }
    }
    stored = id;
    return "";
  }
}
