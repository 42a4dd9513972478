package org.marquetry.data.intake;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;
import org.marquetry.data.api.FileReport;
import org.marquetry.data.api.IntakeFailed;
import org.marquetry.data.api.IntakeOptions;
import org.marquetry.data.api.IntakeReport;
import org.marquetry.data.api.Problem;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.BatchReceipt;
import org.marquetry.warehouse.api.WarehouseException;

/// One import, from files to report.
final class Import {
  private final Staging staging;
  private final IntakeOptions options;
  private final Progress progress;
  private final Instant now;
  private final Findings findings = new Findings();
  private final List<Problem> problems = new ArrayList<>();
  private final List<FileReport> unread = new ArrayList<>();

  Import(Staging staging, IntakeOptions options, Progress progress, Instant now) {
    this.staging = staging;
    this.options = options;
    this.progress = progress;
    this.now = now;
  }

  IntakeReport run(Path root) {
    List<SourceFile> files = FolderFiles.list(root);
    Mapping mapping = mapping(root);
    for (String named : mapping.files().keySet()) {
      if (files.stream().noneMatch(f -> f.name().equals(named))) {
        throw failed(
            new Problem(
                root.resolve(Mapping.FILE).toString(),
                new Words(
                    "其中写了 " + named + "，但没有这个文件",
                    "it names " + named + " and there is no such file"),
                new Words(
                    "请写成文件夹中的名称，或删除该条目",
                    "write the name as the folder has it, or remove the entry")));
      }
    }
    Map<String, String> hashes = new TreeMap<>();
    List<RawTable> tables = tables(files, mapping, hashes);
    progress.step(new Words("判断文件内容和各列", "guess roles and columns"));
    Profiler profiler = new Profiler(staging);
    List<List<ColumnProfile>> profiles = new ArrayList<>();
    for (RawTable t : tables) {
      stopWhenCancelled();
      profiles.add(profiler.profile(t, mapping.rule(t.name())));
    }
    List<FileGuess> guesses = new Guesser(staging).guess(tables, profiles, mapping);
    if (guesses.stream().allMatch(g -> g.unused().isPresent())) {
      throw nothing(root, guesses);
    }
    Settings settings = CurrencyGuess.settings(guesses, options, now);
    progress.step(new Words("检查各行", "check rows"));
    clean(root, guesses, settings);
    if (staging.number(
            "SELECT (SELECT count(*) FROM out_events) + (SELECT count(*) FROM out_products) +"
                + " (SELECT count(*) FROM out_customers)")
        == 0) {
      throw nothing(root, guesses);
    }
    progress.step(new Words("写入数据", "load"));
    String batch = "import/" + hash(hashes, mapping);
    BatchReceipt receipt = load(batch, root, settings);
    return new IntakeReport(
        batch,
        receipt.alreadyLoaded(),
        settings.currency(),
        settings.evidence(),
        new Counts(staging).loaded(),
        reports(guesses),
        findings.list(),
        problems);
  }

  private void clean(Path root, List<FileGuess> guesses, Settings settings) {
    try {
      new Cleaning(staging, settings, findings).clean(guesses, this::stopWhenCancelled);
    } catch (IOException e) {
      throw failed(
          new Problem(
              root.toString(),
              new Words("无法读取（" + e.getMessage() + "）", "cannot be read (" + e.getMessage() + ")"),
              new Words("请重试", "try again")));
    } catch (BadFile e) {
      throw failed(e.problem(root.toString()));
    }
  }

  private Mapping mapping(Path root) {
    try {
      return Files.isDirectory(root) ? Mapping.read(root) : Mapping.none();
    } catch (BadFile e) {
      throw failed(e.problem(root.resolve(Mapping.FILE).toString()));
    }
  }

  private List<RawTable> tables(
      List<SourceFile> files, Mapping mapping, Map<String, String> hashes) {
    List<RawTable> tables = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      SourceFile file = files.get(i);
      stopWhenCancelled();
      progress.step(new Words("读取 " + file.name(), "read " + file.name()));
      if (mapping.rule(file.name()).ignore()) {
        unread(file, "mapping.json leaves it out");
        continue;
      }
      try {
        String hash = file.hash();
        String same = seen.putIfAbsent(hash, file.name());
        if (same != null) {
          unread(file, "it has the same contents as " + same);
          continue;
        }
        tables.add(
            new FileLoad(staging, findings, progress, false)
                .load(file, tables.size(), mapping.rule(file.name())));
        hashes.put(file.name(), hash);
      } catch (EOFException | ZipException e) {
        bad(file, Sniffer.damaged(e));
      } catch (IOException e) {
        bad(
            file,
            new BadFile(
                new Words(
                    "无法读取该文件（" + e.getMessage() + "）",
                    "the file cannot be read (" + e.getMessage() + ")"),
                new Words("请检查权限和磁盘", "check its permissions and the disk")));
      } catch (BadFile e) {
        bad(file, e);
      }
    }
    return tables;
  }

  private void bad(SourceFile file, BadFile e) {
    problems.add(e.problem(file.name()));
    unread(file, String.valueOf(e.getMessage()));
  }

  private void unread(SourceFile file, String reason) {
    unread.add(
        new FileReport(
            file.name(),
            "not read",
            Role.OTHER.word(),
            0,
            List.of(),
            List.of(),
            0,
            0,
            Optional.of(reason)));
  }

  private void stopWhenCancelled() {
    if (progress.cancelled()) {
      throw new CancellationException("import cancelled, nothing was loaded");
    }
  }

  private IntakeFailed nothing(Path root, List<FileGuess> guesses) {
    List<Problem> all = new ArrayList<>(problems);
    for (FileGuess g : guesses) {
      all.add(
          new Problem(
              g.table().name(),
              g.unused().orElse(new Words("没有可用的行", "no row of it is usable")),
              new Words("请在 mapping.json 中指定其类型和各列", "name its role and columns in mapping.json")));
    }
    StringBuilder message = new StringBuilder(root + ": no file gives anything to load");
    all.stream().limit(10).forEach(p -> message.append("\n  ").append(p));
    return new IntakeFailed(message.toString(), all);
  }

  static IntakeFailed failed(Problem problem) {
    return new IntakeFailed(problem.toString(), List.of(problem));
  }

  private BatchReceipt load(String batch, Path root, Settings settings) {
    String name = options.shopName().orElse(String.valueOf(root.getFileName()));
    staging.run(
        "CREATE TABLE out_shop AS SELECT %s AS name, '%s' AS currency, '%s' AS time_zone"
            .formatted(FileColumns.quote(name), settings.currency(), settings.zone()));
    try {
      return staging.load(batch);
    } catch (WarehouseException e) {
      throw new IntakeFailed(
          new Problem(
              "the warehouse",
              Words.of(e),
              new Words(
                  "请腾出磁盘空间后重试；没有写入任何内容", "free some disk space and try again; nothing was loaded")),
          e);
    }
  }

  private static String hash(Map<String, String> hashes, Mapping mapping) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((hashes + mapping.text()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<FileReport> reports(List<FileGuess> guesses) {
    Counts counts = new Counts(staging);
    List<FileReport> reports = new ArrayList<>(unread);
    for (FileGuess g : guesses) {
      reports.add(counts.report(g));
    }
    reports.sort(java.util.Comparator.comparing(FileReport::file));
    return reports;
  }
}
