package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.marquetry.platform.api.journal.JournalListener;

/// All listeners, each with its follower.
final class Followers implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

  private final Path folder;
  private final Disk disk;
  private final Segments segments;
  private final Past past;
  private final Supplier<Tail> tail;
  private final List<Follower> all = new CopyOnWriteArrayList<>();

  Followers(Path folder, Disk disk, Segments segments, Past past, Supplier<Tail> tail)
      throws IOException {
    this.folder = Files.createDirectories(folder);
    this.disk = disk;
    this.segments = segments;
    this.past = past;
    this.tail = tail;
  }

  synchronized void add(JournalListener listener, String name) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a listener's name is 1 to 64 letters, digits, dots and hyphens, got " + name);
    }
    CursorFile cursor = new CursorFile(disk, folder.resolve(name + ".cursor"));
    Follower follower = new Follower(name, listener, cursor, segments, past, tail);
    all.add(follower);
    follower.start();
  }

  synchronized void remove(JournalListener listener) {
    List<Follower> gone = all.stream().filter(f -> f.listener().equals(listener)).toList();
    all.removeAll(gone);
    gone.forEach(Follower::stop);
  }

  void wake() {
    for (Follower follower : all) {
      follower.wake();
    }
  }

  /// Wait until no listener is served any more from what was read before this call.
  void awaitStep() {
    for (Follower follower : all) {
      follower.awaitStep();
    }
  }

  /// Number of the oldest file that a listener reads, or the largest number there is.
  long oldestReading() {
    return all.stream().mapToLong(Follower::reading).min().orElse(Long.MAX_VALUE);
  }

  @Override
  public synchronized void close() {
    for (Follower follower : all) {
      follower.stop();
    }
    all.clear();
  }
}
