package org.marquetry.data.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.marquetry.data.api.Imports;
import org.marquetry.data.api.Sources.Feed;
import org.marquetry.data.api.Sources.Place;
import org.marquetry.lib.outbound.Outbound;
import org.marquetry.lib.outbound.OutboundAnswer;
import org.marquetry.lib.outbound.OutboundLimits;
import org.marquetry.lib.outbound.OutboundRefused;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/// Folders and addresses: what may be read, and what is there.
@Component(service = Places.class, configurationPid = "org.marquetry.data.sources")
@Designate(ocd = SourcesConfig.class)
public final class Places {
  private static final OutboundLimits LIMITS =
      new OutboundLimits(Imports.MAX_BYTES, Duration.ofMinutes(60), Duration.ofSeconds(30));
  private static final int MOST_FILES = 1_000;

  private final List<Path> roots;
  private final Path temporary;
  private final Outbound outbound;

  /// @throws IOException if the inbox cannot be made
  @Activate
  public Places(BundleContext context, SourcesConfig config) throws IOException {
    this(
        Path.of(context.getProperty("marquetry.home")),
        Arrays.stream(config.folders()).map(Path::of).toList(),
        new Outbound());
  }

  Places(Path home, List<Path> folders, Outbound outbound) throws IOException {
    this.roots =
        folders.isEmpty() ? List.of(Files.createDirectories(home.resolve("inbox"))) : folders;
    this.temporary = Files.createDirectories(home.resolve("tmp"));
    this.outbound = outbound;
  }

  /// @throws IllegalArgumentException naming what is wrong with it
  void check(Feed feed) {
    if (feed.place() == Place.FOLDER) {
      folder(feed);
      matcher(feed);
      return;
    }
    try {
      Outbound.checked(feed.where());
    } catch (OutboundRefused e) {
      throw new Rejected(e.words(), e);
    }
  }

  /// Links are followed before it is asked where it lies.
  private Path folder(Feed feed) {
    try {
      Path folder = Path.of(feed.where()).toRealPath();
      for (Path root : roots) {
        if (Files.isDirectory(root) && folder.startsWith(root.toRealPath())) {
          return folder;
        }
      }
      throw new Rejected(
          new Words(
              "文件夹必须位于 " + roots + " 之下，而不是 " + feed.where(),
              "the folder must lie below " + roots + ", got " + feed.where()));
    } catch (IOException e) {
      throw new Rejected(
          new Words("没有文件夹 " + feed.where(), "there is no folder " + feed.where()), e);
    }
  }

  private static PathMatcher matcher(Feed feed) {
    String pattern = feed.pattern().isBlank() ? "*" : feed.pattern();
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }

  /// What is there now, the oldest first.
  ///
  /// @throws IOException if it cannot be read; its message says why
  List<Found> found(Feed feed) throws IOException {
    return feed.place() == Place.FOLDER ? inFolder(feed) : List.of(atAddress(feed));
  }

  private List<Found> inFolder(Feed feed) throws IOException {
    PathMatcher wanted = matcher(feed);
    Path folder = folder(feed);
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> there =
          files
              .filter(f -> Files.isRegularFile(f) && wanted.matches(f.getFileName()))
              .filter(f -> !String.valueOf(f.getFileName()).startsWith("."))
              .sorted(Comparator.comparing(Places::changed).thenComparing(Path::toString))
              .limit(MOST_FILES)
              .toList();
      List<Found> found = new ArrayList<>();
      for (Path file : there) {
        String name = String.valueOf(file.getFileName());
        String mark = name + "\n" + Files.size(file) + "\n" + changed(file);
        found.add(
            new Found(
                name,
                file,
                HexFormat.of().formatHex(sha256().digest(mark.getBytes(StandardCharsets.UTF_8)))));
      }
      return found;
    }
  }

  private static Long changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException goneMeanwhile) {
      return Long.MAX_VALUE;
    }
  }

  private Found atAddress(Feed feed) throws IOException {
    Path file = Files.createTempFile(temporary, "source", ".part");
    MessageDigest digest = sha256();
    try (OutboundAnswer answer = outbound.get(feed.where(), Map.of(), LIMITS);
        InputStream in = new DigestInputStream(answer.body(), digest)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    String path = Outbound.checked(feed.where()).getPath();
    String name = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    return new Found(
        name.isEmpty() ? "feed" : name, file, HexFormat.of().formatHex(digest.digest()));
  }

  /// Delete what was fetched; a file of a folder stays.
  void done(Feed feed, Found found) throws IOException {
    if (feed.place() == Place.ADDRESS) {
      Files.deleteIfExists(found.file());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
