package org.marquetry.data.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.marquetry.data.api.IntakeFailed;
import org.marquetry.shop.api.Words;

/// Lists what an import has to look at.
final class FolderFiles {
  private static final int DEPTH = 3;

  private FolderFiles() {}

  /// @return sorted by name, at least one
  static List<SourceFile> list(Path folder) {
    if (!Files.exists(folder)) {
      throw failed(
          folder,
          new Words("没有这个文件夹", "there is no such folder"),
          new Words("请检查路径", "check the path"));
    }
    if (Files.isRegularFile(folder)) {
      return List.of(new SourceFile(folder, folder.getFileName().toString()));
    }
    try (Stream<Path> paths = Files.walk(folder, DEPTH)) {
      List<SourceFile> files =
          paths
              .filter(Files::isRegularFile)
              .map(p -> new SourceFile(p, folder.relativize(p).toString().replace('\\', '/')))
              .filter(f -> data(f.name()))
              .sorted(Comparator.comparing(SourceFile::name))
              .toList();
      if (files.isEmpty()) {
        throw failed(
            folder,
            new Words("文件夹中没有数据文件", "the folder holds no data file"),
            new Words(
                "请放入 .csv、.txt、.json、.jsonl 或 .parquet 文件，也可以是 .gz",
                "put .csv, .txt, .json, .jsonl or .parquet files into it, each also .gz"));
      }
      return files;
    } catch (IOException | java.io.UncheckedIOException e) {
      throw failed(
          folder,
          new Words(
              "无法读取该文件夹（" + e.getMessage() + "）",
              "the folder cannot be read (" + e.getMessage() + ")"),
          new Words("请检查权限", "check its permissions"));
    }
  }

  private static IntakeFailed failed(Path folder, Words what, Words remedy) {
    org.marquetry.data.api.Problem problem =
        new org.marquetry.data.api.Problem(folder.toString(), what, remedy);
    return new IntakeFailed(problem.toString(), List.of(problem));
  }

  private static boolean data(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean hidden = lower.startsWith(".") || lower.contains("/.");
    boolean document =
        lower.matches("(.*/)?(readme|licen[cs]e|notice|changes)[^/]*") || lower.endsWith(".md");
    return !hidden && !document && !lower.equals(Mapping.FILE);
  }
}
