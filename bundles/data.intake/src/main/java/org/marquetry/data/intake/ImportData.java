package org.marquetry.data.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.privacy.spi.Erasure;
import org.marquetry.privacy.spi.PersonalData;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Answers for the files of imports. A file in which a person is named is deleted as a whole: it is
/// a copy of what is loaded, and only needed to import once more. One that is no text (Parquet)
/// cannot be searched and goes with every erasure.
@Provider("imports")
@Component
public final class ImportData implements PersonalData {
  private static final int MOST_LINES = 100; // of a file, in an export
  private static final int HEAD = 1 << 16;

  private final ImportBook book;

  @Activate
  public ImportData(@Reference ImportBook book) {
    this.book = book;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(
        "imports",
        List.of("data/imports"),
        List.of("imports.source", "imports.errors", "imports.quarantine"),
        "Files that were imported, and rows of them that could not be loaded, to be put right.",
        "Until the import is discarded; a file that names an erased person is deleted as a whole.");
  }

  @Override
  public List<StoredRecord> export(PersonIds person) {
    List<StoredRecord> records = new ArrayList<>();
    Set<String> ids = ids(person);
    for (Path file : files()) {
      String id = owner(file);
      List<String> lines = lines(file, ids, MOST_LINES);
      for (String line : lines) {
        records.add(
            new StoredRecord(
                "imports", "imports." + kind(file), Map.of("import", id, "line", line)));
      }
    }
    return records;
  }

  /// The import that a file belongs to.
  private String owner(Path file) {
    return book.folder().relativize(file).getName(0).toString();
  }

  private static String kind(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
  }

  @Override
  public long erase(Erasure erasure, Progress progress) {
    progress.step(new Words("导入的文件", "files of imports"));
    Set<String> ids = ids(erasure.person());
    Set<String> imports = new TreeSet<>();
    for (Path file : files()) {
      if (!isText(file) || !lines(file, ids, 1).isEmpty()) {
        imports.add(owner(file));
      }
    }
    imports.forEach(book::deleteFiles);
    return imports.size();
  }

  private static Set<String> ids(PersonIds person) {
    Set<String> ids = new TreeSet<>();
    for (PersonIds.Kind kind : PersonIds.Kind.values()) {
      person.of(kind).forEach(id -> ids.add(id.toLowerCase(Locale.ROOT)));
    }
    return ids;
  }

  private List<Path> files() {
    if (!Files.isDirectory(book.folder())) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(book.folder(), 2)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the files of imports cannot be listed: " + e.getMessage(), e);
    }
  }

  private static boolean isText(Path file) {
    try {
      byte[] head = new SourceFile(file, "").head(HEAD);
      boolean packed = head.length > 3 && (head[0] == 'P' && (head[1] == 'A' || head[1] == 'K'));
      return head.length == 0 || (!packed && Encodings.detect(head).isPresent());
    } catch (IOException e) {
      return false; // a damaged archive
    }
  }

  /// The lines in which an identifier stands as a whole.
  private static List<String> lines(Path file, Set<String> ids, int most) {
    List<String> found = new ArrayList<>();
    SourceFile source = new SourceFile(file, "");
    try {
      Charset charset = Encodings.detect(source.head(HEAD)).orElse(StandardCharsets.ISO_8859_1);
      try (BufferedReader in = new BufferedReader(new InputStreamReader(source.open(), charset))) {
        for (String line = in.readLine();
            line != null && found.size() < most;
            line = in.readLine()) {
          if (names(line.toLowerCase(Locale.ROOT), ids)) {
            found.add(line);
          }
        }
      }
    } catch (IOException e) {
      return found; // a damaged archive; it is no text and goes anyway
    }
    return found;
  }

  private static boolean names(String line, Set<String> ids) {
    for (String id : ids) {
      for (int at = line.indexOf(id); at >= 0; at = line.indexOf(id, at + 1)) {
        int end = at + id.length();
        boolean before = at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1));
        boolean after = end == line.length() || !Character.isLetterOrDigit(line.charAt(end));
        if (before && after) {
          return true;
        }
      }
    }
    return false;
  }
}
