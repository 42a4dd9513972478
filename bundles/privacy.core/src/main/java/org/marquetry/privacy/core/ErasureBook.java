package org.marquetry.privacy.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.marquetry.lib.home.DurableFile;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.ErasureStatus;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/// The durable list of erasures.
///
/// `HOME/privacy/asked/ID.json` holds a request that waits for a second person,
/// `HOME/privacy/open/ID.json` one with its identifiers until it is done;
/// `HOME/privacy/erasures.json` what was done, with salted hashes. Both stand outside the data
/// folder, so that restoring that folder forgets nothing; so does `HOME/privacy/places`, where
/// stores keep their files, also those whose bundle is stopped. `HOME/data/privacy/applied` says up
/// to which of them this data was erased: after a restore it says less than the list.
@Component(service = ErasureBook.class)
public final class ErasureBook {
  private static final int SALT_BYTES = 32;
  private static final String OPEN_END = ".json";

  private final Path askedFolder;
  private final Path openFolder;
  private final Path listFile;
  private final DurableFile list;
  private final DurableFile applied;
  private final DurableFile placesFile;
  private final TreeSet<String> places = new TreeSet<>();
  private final TreeMap<String, OpenErasure> asked = new TreeMap<>();
  private final TreeMap<String, OpenErasure> open = new TreeMap<>();
  private final List<DoneErasure> done = new ArrayList<>();
  private final IdHash hash;

  @Activate
  public ErasureBook(BundleContext context) throws IOException {
    this(Home.of(context));
  }

  ErasureBook(Path home) throws IOException {
    askedFolder = Files.createDirectories(home.resolve("privacy").resolve("asked"));
    openFolder = Files.createDirectories(home.resolve("privacy").resolve("open"));
    listFile = home.resolve("privacy").resolve("erasures.json");
    list = new DurableFile(listFile);
    applied = new DurableFile(home.resolve("data").resolve("privacy").resolve("applied"));
    placesFile = new DurableFile(home.resolve("privacy").resolve("places"));
    placesFile.read().ifPresent(t -> t.lines().forEach(places::add));
    Optional<String> text = list.read();
    try {
      text.map(BookText::readDone).ifPresent(done::addAll);
      hash = new IdHash(text.map(BookText::readSalt).orElseGet(() -> IdHash.random(SALT_BYTES)));
    } catch (RuntimeException e) {
      throw new IOException(
          listFile + " cannot be read: " + e.getMessage() + "; put it back from the backup", e);
    }
    if (text.isEmpty()) {
      list.write(BookText.write(hash.salt(), done));
    }
    read(openFolder, open);
    read(askedFolder, asked);
    for (String id : List.copyOf(asked.keySet())) {
      if (open.containsKey(id)) { // the suite stopped between the two
        file(askedFolder, id).delete();
        asked.remove(id);
      }
    }
  }

  private void read(Path folder, Map<String, OpenErasure> into) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(OPEN_END)).toList()) {
        OpenErasure one = BookText.readOpen(Files.readString(file));
        if (done.stream().anyMatch(d -> d.status().id().equals(one.id()))) {
          file(folder, one.id()).delete(); // the suite stopped between the two
        } else {
          into.put(one.id(), one);
        }
      }
    }
  }

  IdHash hash() {
    return hash;
  }

  /// Remember where stores keep their files; gives all places that ever were remembered.
  synchronized List<String> remember(List<Declaration> declarations) {
    List<String> fresh =
        declarations.stream()
            .flatMap(d -> d.places().stream())
            .filter(p -> !places.contains(p))
            .toList();
    if (!fresh.isEmpty()) {
      places.addAll(fresh);
      try {
        placesFile.write(String.join("\n", places) + "\n");
      } catch (IOException e) {
        places.removeAll(Set.copyOf(fresh));
        throw failed(e);
      }
    }
    return List.copyOf(places);
  }

  /// What is not done, oldest first.
  synchronized List<OpenErasure> open() {
    return sorted(open);
  }

  /// What waits for a second person, oldest first.
  synchronized List<OpenErasure> asked() {
    return sorted(asked);
  }

  /// Keep a request that waits for a second person; it is on disk when this returns.
  synchronized void ask(OpenErasure erasure) {
    try {
      file(askedFolder, erasure.id()).write(BookText.write(erasure));
      asked.put(erasure.id(), erasure);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Forget a request that waits for a second person, since it is open or was refused.
  synchronized void notAsked(String id) {
    try {
      file(askedFolder, id).delete();
      asked.remove(id);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static List<OpenErasure> sorted(Map<String, OpenErasure> erasures) {
    return erasures.values().stream()
        .sorted(Comparator.comparing(OpenErasure::requestedAt).thenComparing(OpenErasure::id))
        .toList();
  }

  synchronized List<DoneErasure> done() {
    return List.copyOf(done);
  }

  /// All, newest first.
  synchronized List<ErasureStatus> all() {
    return Stream.concat(
            Stream.concat(
                asked.values().stream().map(e -> e.status(ErasureStatus.State.ASKED)),
                open.values().stream().map(e -> e.status(ErasureStatus.State.OPEN))),
            done.stream().map(DoneErasure::status))
        .sorted(Comparator.comparing(ErasureStatus::requestedAt).reversed())
        .toList();
  }

  /// Keep an open erasure; it is on disk when this returns.
  synchronized void keep(OpenErasure erasure) {
    try {
      file(openFolder, erasure.id()).write(BookText.write(erasure));
      open.put(erasure.id(), erasure);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Forget the identifiers of an erasure that is done. The list first: after a crash the data is
  /// searched again, and nothing is found.
  synchronized DoneErasure finish(OpenErasure erasure, Instant now) {
    OpenErasure last = erasure.with(erasure.erased(), "");
    ErasureStatus s = last.status(ErasureStatus.State.OPEN);
    ErasureStatus status =
        new ErasureStatus(
            s.id(),
            ErasureStatus.State.DONE,
            s.reason(),
            s.requestedBy(),
            s.requestedAt(),
            Optional.of(now),
            s.erased(),
            s.message());
    DoneErasure finished = new DoneErasure(last() + 1, status, hash.of(erasure.person()));
    List<DoneErasure> all = new ArrayList<>(done);
    all.add(finished);
    try {
      list.write(BookText.write(hash.salt(), all));
      done.add(finished);
      if (applied() == finished.number() - 1) {
        applied(finished.number());
      }
      file(openFolder, erasure.id()).delete();
      open.remove(erasure.id());
      return finished;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Those that this data folder has not seen: it is older than they are.
  synchronized List<DoneErasure> notApplied() {
    long number = applied();
    return done.stream().filter(d -> d.number() > number).toList();
  }

  /// The number up to which this data folder was erased.
  synchronized long applied() {
    try {
      return applied.read().map(t -> Long.parseLong(t.strip())).orElse(0L);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Say that this data folder was erased up to a number.
  synchronized void applied(long number) {
    try {
      applied.write(number + "\n");
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// The number of the last one that is done.
  synchronized long last() {
    return done.isEmpty() ? 0 : done.getLast().number();
  }

  private static DurableFile file(Path folder, String id) {
    return new DurableFile(folder.resolve(id + OPEN_END));
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException(
        "the list of erasures in " + listFile.getParent() + " was not kept: " + e.getMessage(), e);
  }
}
