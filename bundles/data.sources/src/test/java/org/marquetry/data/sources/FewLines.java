package org.marquetry.data.sources;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.data.api.ImportCounts;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportProposal;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Imports;
import org.marquetry.data.api.Problem;
import org.marquetry.data.api.QuarantinePage;
import org.marquetry.data.api.UndoPreview;
import org.marquetry.shop.api.Words;

/// An importer that counts lines: enough for what a source asks of one. A column `broken` fails.
final class FewLines implements Imports {
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, StringBuilder> texts = new HashMap<>();
  private final Map<String, ImportMapping> mappings = new HashMap<>();
  private final Map<String, ImportState> states = new HashMap<>();
  private final List<String> loaded = new ArrayList<>();

  List<String> loaded() {
    return List.copyOf(loaded);
  }

  private String text(String id) {
    return String.valueOf(texts.get(id));
  }

  private long rows(String id) {
    return text(id).lines().count() - 1;
  }

  @Override
  public Map<String, List<String>> roles() {
    return Map.of("orders", List.of("customer"));
  }

  @Override
  public String begin(String name) {
    String id = "i" + (names.size() + 1);
    names.put(id, name);
    texts.put(id, new StringBuilder());
    return id;
  }

  @Override
  public long append(String id, long offset, byte[] part) {
    texts.getOrDefault(id, new StringBuilder()).append(new String(part, StandardCharsets.UTF_8));
    return offset + part.length;
  }

  @Override
  public void stored(String id) {
    states.put(id, ImportState.STORED);
  }

  @Override
  public ImportProposal inspect(String id, ImportMapping mapping) {
    String header = text(id).lines().findFirst().orElse("");
    List<ImportProposal.Column> columns = new ArrayList<>();
    Arrays.stream(header.split(";", -1))
        .forEach(name ->
            columns.add(
                new ImportProposal.Column(columns.size() + 1, name, "unknown", 0, "", List.of())));
    return new ImportProposal(
        id, "", "", ";", true, "orders", 1, List.of(), "", "", columns, Optional.empty());
  }

  @Override
  public void check(String id, ImportMapping mapping) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void start(String id, ImportMapping mapping) {
    mappings.put(id, mapping);
    boolean broken = text(id).startsWith("knr;broken");
    states.put(id, broken ? ImportState.FAILED : ImportState.LOADED);
    if (!broken) {
      loaded.add(names.get(id) + " " + rows(id));
    }
  }

  @Override
  public boolean cancel(String id) {
    return false;
  }

  @Override
  public Optional<ImportStatus> status(String id) {
    ImportState state = states.getOrDefault(id, ImportState.UPLOADING);
    ImportCounts counts =
        state == ImportState.LOADED
            ? new ImportCounts(rows(id), rows(id), 0, 0, 0)
            : ImportCounts.NONE;
    Optional<Problem> problem =
        state == ImportState.FAILED
            ? Optional.of(
                new Problem("row 1", new Words("已损坏", "it is broken"), new Words("请修好", "mend it")))
            : Optional.empty();
    return Optional.of(
        new ImportStatus(
            id,
            names.getOrDefault(id, ""),
            text(id).length(),
            state,
            Optional.of("orders"),
            "system",
            Instant.EPOCH,
            Optional.empty(),
            counts,
            Optional.empty(),
            0,
            List.of(),
            problem,
            true));
  }

  @Override
  public List<ImportStatus> list(int offset, int limit) {
    return List.of();
  }

  @Override
  public Optional<ImportMapping> mapping(String id) {
    return Optional.ofNullable(mappings.get(id));
  }

  @Override
  public QuarantinePage quarantine(String id, int offset, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public byte[] errorFile(String id, long offset, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public UndoPreview undoPreview(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void undo(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void discard(String id) {
    throw new UnsupportedOperationException();
  }
}
