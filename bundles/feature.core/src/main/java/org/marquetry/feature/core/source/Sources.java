package org.marquetry.feature.core.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.feature.api.FeatureSources;
import org.marquetry.lib.feature.IndexSignature;
import org.marquetry.lib.feature.StateStore;
import org.marquetry.lib.outbound.Outbound;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Where features come from: what a person names, and the repositories that the operator
/// configured. Hands out verified files only. Safe for many threads.
@Component(service = Sources.class)
public final class Sources {
  private final Path own;
  private final boolean sample;
  private final TrustFile trust;
  private final Outbound outbound;
  private final Uploads uploads;
  private final UploadParts parts;
  private final InstantSource clock;

  /// Made by the framework.
  @Activate
  public Sources(BundleContext context, @Reference InstantSource clock) {
    this(
        Path.of(property(context, "marquetry.home")),
        Path.of(property(context, "marquetry.repository")),
        Boolean.parseBoolean(context.getProperty("marquetry.sample")),
        new Outbound(),
        clock);
  }

  /// @param own the repository that the suite was built into
  /// @param sample whether this is the home of a made-up shop, where unsigned features will do
  ///   until somebody says otherwise
  Sources(Path home, Path own, boolean sample, Outbound outbound, InstantSource clock) {
    this.own = own.toAbsolutePath().normalize();
    this.sample = sample;
    this.trust = new TrustFile(StateStore.folder(home).resolve("trust.json"));
    this.outbound = outbound;
    this.uploads =
        new Uploads(StateStore.folder(home).resolve("uploads"), FeatureSources.MOST_UPLOADED);
    this.parts =
        new UploadParts(
            StateStore.folder(home).resolve("uploads/parts"), FeatureSources.MOST_UPLOADED);
    this.clock = clock;
  }

  private static String property(BundleContext context, String name) {
    return Objects.requireNonNull(
        context.getProperty(name), () -> "the launcher sets the framework property " + name);
  }

  /// Take a feature that a person named: a feature file, a folder or a zip.
  ///
  /// What stands in the suite's own repository is taken as it is. What stands in a repository with
  /// an index is verified; what nobody signed is refused unless unsigned features are allowed.
  ///
  /// @return to be closed
  /// @throws FeatureException if it is not one feature with all of its bundles, or cannot be
  ///   trusted
  public Staging open(Path given) {
    Path path = Staging.readable(given);
    if (path.startsWith(own.resolve("features")) && Files.isRegularFile(path)) {
      return Staging.inPlace(own, path);
    }
    try (Opened named = signed(path)) {
      if (!named.indexes().isEmpty()) return one(named, path).staged();
    }
    if (!unsigned()) {
      throw Refusal.untrusted(
          path + " 没有签名：无人为它担保。请向它的发布者索取签名的文件，或用 `feature trust unsigned on`" + " 允许未签名的功能",
          path
              + " is not signed: nobody vouches for it. Ask its publisher for a signed file, or allow"
              + " unsigned features with `feature trust unsigned on`");
    }
    return Staging.of(path);
  }

  private Opened signed(Path path) {
    try {
      if (path.toString().endsWith(".zip")) {
        List<ArchivePlace> parts = ArchivePlace.of(path);
        return open(parts, "", path.toString());
      }
      Path folder = Files.isDirectory(path) ? path : repositoryOf(path);
      if (folder == null || !Files.exists(folder.resolve(IndexSignature.FILE))) {
        return new Opened(List.of(), List.of());
      }
      return open(List.of(new FolderPlace(folder)), "", folder.toString());
    } catch (ZipException e) {
      throw new FeatureException(
          Reason.INVALID,
          new Words(
              path + " 不是功能压缩包：" + e.getMessage(),
              path + " is no feature archive: " + e.getMessage()),
          e);
    } catch (IOException e) {
      throw Refusal.unreadable(path.toString(), e);
    }
  }

  private static @Nullable Path repositoryOf(Path file) {
    Path folder = file.getParent();
    return folder != null && folder.endsWith("features") ? folder.getParent() : null;
  }

  private static Candidate one(Opened named, Path path) {
    Predicate<String> wanted =
        path.toString().endsWith(".json")
            ? p -> p.equals("features/" + path.getFileName())
            : p -> true;
    List<Candidate> found = named.candidates(wanted);
    if (found.size() == 1) return found.getFirst();
    if (found.isEmpty()) {
      throw Refusal.invalid(
          path + " 不在它所属软件库的索引里；它的发布者须先发布它",
          path + " is not in the index of its repository; its publisher must publish it");
    }
    throw Refusal.invalid(
        path
            + " 里有 "
            + found.size()
            + " 个功能；请用 `feature repository add NAME "
            + path
            + "` 添加它，再指明功能",
        path
            + " holds "
            + found.size()
            + " features; add it with `feature repository add NAME "
            + path
            + "` and name the feature");
  }

  /// Fetch a feature from the configured repositories.
  ///
  /// @param name its name, or `REPOSITORY/NAME`
  /// @param version empty: the newest
  /// @return to be closed
  /// @throws FeatureException if no repository offers it, several publishers do, or it cannot be
  ///   trusted
  public Staging fetch(String name, Optional<String> version) {
    try (Opened all = repositories(name)) {
      return newest(all, name, version).staged();
    }
  }

  private Candidate newest(Opened all, String name, Optional<String> version) {
    String plain = name.substring(name.indexOf('/') + 1);
    List<Candidate> found =
        all.candidates(p -> p.startsWith("features/" + plain)).stream()
            .filter(c -> c.feature().name().equals(plain))
            .filter(c -> version.isEmpty() || c.feature().id().version().equals(version.get()))
            .toList();
    if (found.isEmpty()) {
      List<Words> lines = new ArrayList<>();
      String wanted = name + version.map(v -> " " + v).orElse("");
      lines.add(
          new Words(
              "没有软件库提供功能 " + wanted + "；`feature available` 会列出现有的功能",
              "no repository offers the feature "
                  + wanted
                  + "; `feature available` lists what there is"));
      lines.addAll(all.problems());
      throw new FeatureException(Reason.NOT_FOUND, Refusal.joined(lines, "\n  "));
    }
    TreeSet<String> owners =
        new TreeSet<>(found.stream().map(c -> c.from().origin().owner()).toList());
    if (owners.size() > 1) {
      List<String> choices =
          found.stream().map(c -> c.from().origin().repository() + "/" + plain).distinct().toList();
      throw Refusal.untrusted(
          "有多个发布者提供 " + name + "；请指明取自哪个软件库：" + choices,
          "several publishers offer " + name + "; say from which repository: " + choices);
    }
    return found.stream()
        .max(
            Comparator.comparing(
                (Candidate c) -> c.feature().id().version(), VersionOrder.NEWEST_LAST))
        .orElseThrow();
  }

  /// The features with all that they need and the same index offers.
  List<Candidate> withNeeded(Opened all, List<String> names) {
    List<Candidate> wanted = new ArrayList<>();
    for (String name : names) add(newest(all, name, Optional.empty()), wanted);
    return wanted;
  }

  private static void add(Candidate candidate, List<Candidate> wanted) {
    String path = candidate.from().place().name(candidate.path());
    if (wanted.stream().anyMatch(c -> c.from().place().name(c.path()).equals(path))) return;
    wanted.add(candidate);
    for (var needed : candidate.feature().requires()) {
      new Opened(List.of(candidate.from()), List.of())
          .candidates(p -> p.startsWith("features/" + needed.artifact())).stream()
              .filter(c -> c.feature().name().equals(needed.artifact()))
              .max(
                  Comparator.comparing(
                      (Candidate c) -> c.feature().id().version(), VersionOrder.NEWEST_LAST))
              .ifPresent(c -> add(c, wanted));
    }
  }

  /// Open all configured repositories; one that cannot be opened is a problem told, unless it was
  /// the only one asked for.
  ///
  /// @param name `REPOSITORY/NAME` asks one only
  Opened repositories(String name) {
    String only = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
    List<SignedIndex> indexes = new ArrayList<>();
    List<Words> problems = new ArrayList<>();
    trust
        .read()
        .repositories()
        .forEach((repository, address) -> {
          if (!only.isEmpty() && !only.equals(repository)) return;
          try {
            indexes.addAll(open(places(repository, address), repository, repository).indexes());
          } catch (FeatureException e) {
            problems.add(told(repository, e));
          }
        });
    return new Opened(indexes, problems);
  }

  private static Words told(String repository, FeatureException e) {
    return new Words(repository + "：" + e.words().zh(), repository + ": " + e.words().en());
  }

  private List<? extends Place> places(String repository, String address) {
    if (address.contains("://")) {
      if (!trust.read().remote()) {
        throw Refusal.conflict(
            "软件库 " + repository + " 位于 " + address + "，而网络已关闭；`feature remote on` 可以打开",
            "repository "
                + repository
                + " is at "
                + address
                + ", and the network is off; `feature remote on` allows it");
      }
      return List.of(new HttpPlace(outbound, address));
    }
    Path path = Path.of(address);
    try {
      if (Files.isDirectory(path)) return List.of(new FolderPlace(path));
      if (Files.isRegularFile(path)) return ArchivePlace.of(path);
    } catch (IOException e) {
      throw Refusal.unreadable(path.toString(), e);
    }
    throw new FeatureException(
        Reason.NOT_FOUND,
        new Words(
            "软件库 " + repository + "：没有 " + path,
            "repository " + repository + ": there is no " + path));
  }

  /// @param memory under which the last version of each is kept
  private Opened open(List<? extends Place> places, String repository, String memory) {
    List<SignedIndex> indexes = new ArrayList<>();
    int number = 0;
    try {
      for (Place place : places) {
        String part = number == 0 ? memory : memory + "#" + number;
        indexes.add(SignedIndex.open(place, repository, part, trust, unsigned()));
        number++;
      }
      return new Opened(indexes, List.of());
    } catch (FeatureException e) {
      for (Place place : places) {
        try {
          place.close();
        } catch (IOException closing) {
          e.addSuppressed(closing);
        }
      }
      throw e;
    }
  }

  /// Whether features that nobody signed may be installed.
  boolean unsigned() {
    return trust.read().unsigned().orElse(sample);
  }

  Uploads uploads() {
    return uploads;
  }

  UploadParts parts() {
    return parts;
  }

  TrustFile trust() {
    return trust;
  }

  String now() {
    return clock.instant().toString();
  }

  /// Indexes that were checked, and what went wrong with others.
  record Opened(List<SignedIndex> indexes, List<Words> problems) implements AutoCloseable {
    /// The features whose file's path is wanted.
    List<Candidate> candidates(Predicate<String> wanted) {
      List<Candidate> found = new ArrayList<>();
      for (SignedIndex index : indexes) {
        for (String path : index.index().files().keySet()) {
          if (path.startsWith("features/") && wanted.test(path) && index.place().holds(path)) {
            found.add(new Candidate(index, path, index.feature(path)));
          }
        }
      }
      return found;
    }

    /// Every feature that can be read; what cannot is told.
    List<Candidate> offered(List<Words> problems) {
      List<Candidate> found = new ArrayList<>();
      for (SignedIndex index : indexes) {
        try {
          found.addAll(new Opened(List.of(index), List.of()).candidates(p -> true));
        } catch (FeatureException e) {
          problems.add(told(index.origin().repository(), e));
        }
      }
      return found;
    }

    @Override
    public void close() {
      indexes.forEach(SignedIndex::close);
    }
  }
}
