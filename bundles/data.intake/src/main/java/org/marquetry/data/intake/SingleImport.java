package org.marquetry.data.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.data.api.Finding;
import org.marquetry.data.api.ImportCounts;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportProposal;
import org.marquetry.data.api.Problem;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.BatchReceipt;

/// One file on its way into the warehouse.
final class SingleImport {
  private static final int HEAD = 1 << 20;
  private static final int SAMPLES = 8;

  /// What came out.
  record Result(ImportCounts counts, List<Finding> findings) {}

  private final Staging staging;
  private final SourceFile file;
  private final ImportMapping mapping;
  private final Surroundings around;
  private final Findings findings = new Findings();

  /// What an import should know of the shop.
  ///
  /// @param currency of amounts that carry none, ISO code
  /// @param zone of times that carry none
  record Surroundings(Optional<java.util.Currency> currency, java.time.ZoneId zone, Instant now) {}

  SingleImport(Staging staging, SourceFile file, ImportMapping mapping, Surroundings around) {
    this.staging = staging;
    this.file = file;
    this.mapping = mapping;
    this.around = around;
  }

  /// Understand the file from its first rows.
  ImportProposal inspect(String id) throws IOException {
    Path head = null;
    try {
      Mapping.FileRule rule = rule();
      head = head();
      FileGuess guess = guess(new SourceFile(head, file.name()), rule, Progress.NONE);
      return proposal(id, guess, guess.unused().map(why -> unusable(why).problem(file.name())));
    } catch (BadFile e) {
      return new ImportProposal(
          id,
          "unknown",
          "",
          "",
          false,
          Role.OTHER.word(),
          0,
          List.of(),
          currency(List.of()).currency(),
          "",
          List.of(),
          Optional.of(e.problem(file.name())));
    } finally {
      if (head != null) {
        Files.deleteIfExists(head);
      }
    }
  }

  private static BadFile unusable(Words why) {
    return new BadFile(
        why,
        new Words("请选择文件类型，并指定各列的含义", "choose what the file is, and say what its columns are"));
  }

  /// The first million bytes, unpacked, to the end of a line; a file that has no lines, whole.
  private Path head() throws IOException {
    Path head = staging.place(".head");
    byte[] bytes = file.head(HEAD);
    int end = bytes.length;
    if (bytes.length == HEAD) {
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
    }
    boolean text = end > 0 && !starts(bytes, "PAR1") && !starts(bytes, "PK") && !starts(bytes, "[");
    if (text) {
      Files.write(head, java.util.Arrays.copyOf(bytes, end));
    } else {
      try (InputStream in = file.open()) {
        Files.copy(in, head);
      }
    }
    return head;
  }

  private static boolean starts(byte[] bytes, String mark) {
    return new String(
            bytes, 0, Math.min(bytes.length, 4), java.nio.charset.StandardCharsets.ISO_8859_1)
        .startsWith(mark);
  }

  private FileGuess guess(SourceFile source, Mapping.FileRule rule, Progress progress)
      throws IOException, BadFile {
    RawTable table = new FileLoad(staging, findings, progress, true).load(source, 0, rule);
    progress.step(new Words("判断各列", "guess columns"));
    boolean settled = FileLoad.settled(rule, table.columns());
    List<ColumnProfile> profiles =
        settled ? Profiler.sampled(table, rule) : new Profiler(staging).profile(table, rule);
    return new Guesser(staging)
        .guess(List.of(table), List.of(profiles), new Mapping(Map.of(file.name(), rule), ""))
        .getFirst();
  }

  private Settings currency(List<FileGuess> guesses) {
    var options =
        org.marquetry.data.api.IntakeOptions.builder()
            .timeZone(mapping.timeZone().orElse(around.zone()));
    mapping.currency().ifPresent(options::currency);
    Settings guessed = CurrencyGuess.settings(guesses, options.build(), around.now());
    return around.currency().isPresent() && guessed.evidence().startsWith("assumed")
        ? new Settings(
            around.currency().get().getCurrencyCode(),
            "the shop's",
            guessed.zoneId(),
            guessed.now())
        : guessed;
  }

  private ImportProposal proposal(String id, FileGuess guess, Optional<Problem> unusable) {
    List<ImportProposal.Column> columns = new ArrayList<>();
    for (int i = 0; i < guess.columns().size(); i++) {
      FileGuess.ColumnGuess c = guess.columns().get(i);
      columns.add(
          new ImportProposal.Column(
              i + 1,
              guess.table().columns().get(i),
              c.meaning().word(),
              c.confidence(),
              c.evidence(),
              samples(guess.table(), i)));
    }
    TextFormat format = guess.table().format();
    Settings settings = currency(List.of(guess));
    boolean binary =
        format.shape() == TextFormat.Shape.PARQUET || format.shape() == TextFormat.Shape.XLSX;
    return new ImportProposal(
        id,
        format.describe(),
        binary ? "" : format.charset().name(),
        format.delimiter(),
        format.header(),
        guess.role().word(),
        guess.confidence(),
        guess.evidence(),
        settings.currency(),
        settings.evidence(),
        columns,
        unusable);
  }

  private static List<String> samples(RawTable table, int column) {
    return table.sample().stream()
        .map(row -> row[column])
        .filter(v -> v != null)
        .distinct()
        .limit(SAMPLES)
        .map(v -> v.length() <= 80 ? v : v.substring(0, 80))
        .toList();
  }

  /// Read and check the file, and load it.
  ///
  /// @param batchId of the batch; empty: only count
  /// @param folder for the error file
  Result run(Optional<String> batchId, Path folder, Progress progress) throws IOException, BadFile {
    progress.step(new Words("读取文件", "read"));
    FileGuess guess = guess(file, rule(), progress);
    stopWhenCancelled(progress);
    if (guess.unused().isPresent()) {
      throw unusable(guess.unused().get());
    }
    progress.step(new Words("检查各行", "check rows"));
    new Cleaning(staging, currency(List.of(guess)), findings)
        .clean(List.of(guess), () -> stopWhenCancelled(progress));
    progress.step(new Words("写出错误文件", "write the error file"));
    ErrorFile.write(folder, staging, guess.table());
    stopWhenCancelled(progress);
    long bad = staging.number("SELECT count(*) FROM quarantine");
    progress.step(batchId.isPresent() ? new Words("写入数据", "load") : new Words("统计结果", "count"));
    BatchReceipt receipt = batchId.map(staging::load).orElseGet(staging::check);
    long good = receipt.added() + receipt.changed() + receipt.skipped();
    return new Result(
        new ImportCounts(good + bad, receipt.added(), receipt.changed(), receipt.skipped(), bad),
        findings.list());
  }

  private static void stopWhenCancelled(Progress progress) {
    if (progress.cancelled()) {
      throw new java.util.concurrent.CancellationException("import cancelled, nothing was loaded");
    }
  }

  /// The mapping as the rule of the file.
  private Mapping.FileRule rule() throws BadFile {
    Map<String, Meaning> columns = new TreeMap<>();
    for (Map.Entry<String, String> e : mapping.columns().entrySet()) {
      columns.put(
          e.getKey(),
          Meaning.of(e.getValue())
              .orElseThrow(() ->
                  new BadFile(
                      new Words(
                          "没有“" + e.getValue() + "”这种含义（列 " + e.getKey() + "）",
                          "there is no meaning \""
                              + e.getValue()
                              + "\" (column "
                              + e.getKey()
                              + ")"),
                      new Words("请从该类型可用的含义中选择", "choose one of those of the role"))));
    }
    ErrorFile.OWN.forEach(own -> columns.put(own, Meaning.UNKNOWN));
    try {
      return new Mapping.FileRule(
          mapping.role().isEmpty() ? Optional.empty() : Optional.of(role(mapping.role().get())),
          false,
          mapping.encoding().map(Charset::forName),
          mapping.delimiter(),
          mapping.header(),
          columns,
          mapping.eventType(),
          mapping.dayFirst());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new BadFile(
          new Words(
              "没有“" + mapping.encoding().orElse("") + "”这种编码",
              "there is no encoding \"" + mapping.encoding().orElse("") + "\""),
          new Words("请填写 UTF-8、GB18030 或其他已知名称", "write UTF-8, GB18030 or another known name"));
    }
  }

  private static Role role(String word) throws BadFile {
    return Role.of(word)
        .orElseThrow(() ->
            new BadFile(
                new Words("没有“" + word + "”这种文件类型", "there is no role \"" + word + "\""),
                new Words(
                    "可用：" + ImportRoles.all().keySet(),
                    "use one of " + ImportRoles.all().keySet())));
  }

  /// A proposal as the mapping that says the same.
  static ImportMapping settled(ImportMapping given, ImportProposal proposal) {
    ImportMapping.Builder mapping =
        given.toBuilder().role(proposal.role()).header(proposal.header());
    for (ImportProposal.Column column : proposal.columns()) {
      if (!given.columns().containsKey(column.name())) {
        mapping.column(Integer.toString(column.position()), column.meaning());
      }
    }
    return mapping.build();
  }
}
