package org.marquetry.lib.feature;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.marquetry.lib.home.DurableFile;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;

/// The states of one home: `states/N.json`, the files that they name in `files/SHA-256`, and
/// `pointer.json`, which says what to start. A state is whole before the pointer names it, and the
/// pointer is replaced in one step, so a crash at any moment leaves one state or the other.
///
/// The launcher reads it before the framework starts; while the suite runs, the feature manager
/// alone writes it.
public final class StateStore {
  private static final String POINTER = "pointer.json";

  private final Path folder;

  /// Where a home keeps its states, whom it trusts, what it was given and what is in quarantine.
  public static Path folder(Path home) {
    return home.resolve("data").resolve("features");
  }

  /// @param folder as [#folder(Path)] says; it need not exist
  public StateStore(Path folder) {
    this.folder = folder;
  }

  /// What to start; nothing is named in a home that no suite ran on.
  public Pointer pointer() {
    try {
      return new DurableFile(folder.resolve(POINTER))
          .read()
          .map(text -> Pointer.read(Json.parse(text).asObject()))
          .orElse(Pointer.NONE);
    } catch (IOException | JsonException e) {
      throw broken(folder.resolve(POINTER), e);
    }
  }

  /// Say what to start.
  public void point(Pointer pointer) {
    try {
      new DurableFile(folder.resolve(POINTER)).write(Json.write(pointer.json()));
    } catch (IOException e) {
      throw new FeatureException(
          "无法写入 " + folder.resolve(POINTER) + "（" + e + "）",
          "cannot write " + folder.resolve(POINTER) + " (" + e + ")",
          e);
    }
  }

  /// The state that counts.
  public Optional<SuiteState> current() {
    return pointer().current().map(this::read);
  }

  /// Read one.
  ///
  /// @throws FeatureException if there is none of this number, or its file is broken
  public SuiteState read(long number) {
    Path file = file(number);
    try {
      String text =
          new DurableFile(file)
              .read()
              .orElseThrow(
                  () -> new FeatureException("没有状态 " + number, "there is no state " + number));
      return StateJson.read(Json.parse(text).asObject());
    } catch (IOException | JsonException e) {
      throw broken(file, e);
    }
  }

  /// The numbers of all states, newest first.
  public List<Long> numbers() {
    Path states = folder.resolve("states");
    if (!Files.isDirectory(states)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(states)) {
      return files
          .map(f -> String.valueOf(f.getFileName()))
          .filter(n -> n.matches("\\d{1,18}\\.json"))
          .map(n -> Long.valueOf(n.substring(0, n.length() - 5)))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw broken(states, e);
    }
  }

  /// Keep a state with all of its files; the pointer does not name it yet.
  ///
  /// @param by the actor, `kind/name`
  /// @param configuration the operator's, as JSON text
  public SuiteState add(
      Instant at, String by, String why, String configuration, List<FeatureFiles> features) {
    try {
      List<SuiteState.Part> parts = new ArrayList<>();
      for (FeatureFiles files :
          features.stream().sorted(Comparator.comparing(FeatureFiles::name)).toList()) {
        parts.add(keep(files));
      }
      sync();
      long number = numbers().stream().findFirst().orElse(0L) + 1;
      SuiteState state = new SuiteState(number, at, by, why, configuration, parts);
      new DurableFile(file(number)).write(Json.write(StateJson.of(state)));
      return state;
    } catch (IOException e) {
      throw new FeatureException(
          "无法在 " + folder + " 保存系统的状态（" + e + "）",
          "cannot keep a state of the suite in " + folder + " (" + e + ")",
          e);
    }
  }

  /// The parts that these features would be, without keeping anything.
  public static List<SuiteState.Part> parts(List<FeatureFiles> features) {
    try {
      List<SuiteState.Part> parts = new ArrayList<>();
      for (FeatureFiles files : features) {
        parts.add(part(files, Checksums.of(files.document())));
      }
      return parts;
    } catch (IOException e) {
      throw new FeatureException(
          "无法读取功能文件（" + e + "）", "cannot read a feature file (" + e + ")", e);
    }
  }

  /// Keep a feature's files, so that nothing depends any more on where they came from.
  ///
  /// @return the feature with the kept files
  public FeatureFiles take(FeatureFiles files) {
    try {
      SuiteState.Part part = keep(files);
      sync();
      return files(part);
    } catch (IOException e) {
      throw new FeatureException(
          "无法在 " + folder + " 保存功能 " + files.feature().id() + "（" + e + "）",
          "cannot keep feature " + files.feature().id() + " in " + folder + " (" + e + ")",
          e);
    }
  }

  /// A feature of a state, with its files.
  ///
  /// @throws FeatureException if a file is missing or broken
  public FeatureFiles files(SuiteState.Part part) {
    Path document = content(part.document());
    try {
      Feature feature = FeatureReader.read(Json.parse(document));
      Map<ArtifactId, FeatureFiles.BundleFile> jars = new TreeMap<>();
      for (FeatureBundle bundle : feature.bundles()) {
        String checksum = part.checksums().get(bundle.id());
        if (checksum == null || !Files.isRegularFile(content(checksum))) {
          throw new FeatureException(
              folder + " 里缺少功能 " + part.id() + " 的 " + bundle.id() + " 的 jar",
              "the jar of "
                  + bundle.id()
                  + " of feature "
                  + part.id()
                  + " is missing in "
                  + folder);
        }
        jars.put(bundle.id(), new FeatureFiles.BundleFile(content(checksum), checksum));
      }
      return new FeatureFiles(
          feature, document, part.added(), part.owner(), part.publisher(), jars);
    } catch (IOException | JsonException e) {
      throw broken(document, e);
    }
  }

  /// All features of a state, with their files.
  public List<FeatureFiles> files(SuiteState state) {
    return state.parts().stream().map(this::files).toList();
  }

  /// Delete files that no state names: what changes left that were not made.
  public void tidy() {
    Path files = folder.resolve("files");
    if (!Files.isDirectory(files)) {
      return;
    }
    Set<String> named = new HashSet<>();
    for (long number : numbers()) {
      for (SuiteState.Part part : read(number).parts()) {
        named.add(part.document());
        named.addAll(part.checksums().values());
      }
    }
    try (Stream<Path> list = Files.list(files)) {
      for (Path file : list.toList()) {
        if (!named.contains(String.valueOf(file.getFileName()))) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new FeatureException(
          "无法清理 " + files + "（" + e + "）", "cannot tidy " + files + " (" + e + ")", e);
    }
  }

  private SuiteState.Part keep(FeatureFiles files) throws IOException {
    String document = Checksums.of(files.document());
    keep(files.document(), document, false);
    for (FeatureFiles.BundleFile jar : files.jars().values()) {
      keep(jar.jar(), jar.checksum(), !files.added());
    }
    return part(files, document);
  }

  private static SuiteState.Part part(FeatureFiles files, String document) {
    Map<ArtifactId, String> checksums = new TreeMap<>();
    files.jars().forEach((id, jar) -> checksums.put(id, jar.checksum()));
    return new SuiteState.Part(
        files.feature().id(), files.added(), files.owner(), files.publisher(), document, checksums);
  }

  /// Keep one file under its checksum.
  ///
  /// @param link whether a second name will do: the suite's own files are replaced, never changed.
  ///   They are not read for it: whoever installs one checks it.
  private void keep(Path from, String checksum, boolean link) throws IOException {
    if (isChecksum(checksum) && Files.exists(content(checksum))) {
      return;
    }
    Path to = content(checksum);
    Files.createDirectories(to.getParent());
    if (link && linked(from, to)) {
      return;
    }
    Path beside = to.resolveSibling(checksum + ".new");
    Files.copy(from, beside, StandardCopyOption.REPLACE_EXISTING);
    if (!Checksums.of(beside).equals(checksum)) {
      Files.delete(beside);
      throw new FeatureException(
          from + " 已损坏：它的 SHA-256 与索引不符；请重新获取软件库",
          from + " is damaged: its SHA-256 is not that of the index; fetch the repository again");
    }
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Give a file a second name; not every file system can.
  private static boolean linked(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
      return true;
    } catch (FileAlreadyExistsException e) {
      return true;
    } catch (UnsupportedOperationException | java.nio.file.FileSystemException e) {
      return false;
    }
  }

  private void sync() throws IOException {
    Path files = folder.resolve("files");
    if (Files.isDirectory(files)) {
      DurableFile.sync(files);
    }
  }

  private Path content(String checksum) {
    if (!isChecksum(checksum)) {
      throw new FeatureException(
          "“" + checksum + "”不是 SHA-256", "\"" + checksum + "\" is no SHA-256");
    }
    return folder.resolve("files").resolve(checksum);
  }

  private static boolean isChecksum(String text) {
    return text.matches("[0-9a-f]{64}");
  }

  private Path file(long number) {
    return folder.resolve("states").resolve(number + ".json");
  }

  private static FeatureException broken(Path file, Exception e) {
    return new FeatureException(
        "无法读取 " + file + "（" + FeatureException.zh(e) + "）；`run --safe` 会启动最近一次正常的状态",
        "cannot read "
            + file
            + " ("
            + e.getMessage()
            + "); `run --safe` starts the last state that was well",
        e);
  }
}
