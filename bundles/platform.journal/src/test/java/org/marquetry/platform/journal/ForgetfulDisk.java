package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/// A real disk whose power goes just before a given sync: it keeps what was synced before, and of
/// the rest each page or not.
final class ForgetfulDisk implements Disk {
  private static final int PAGE = 512;

  private final Map<Path, byte[]> synced = new HashMap<>();
  private final Map<Path, byte[]> atCut = new HashMap<>();
  private int syncsLeft;

  ForgetfulDisk(int syncs) {
    syncsLeft = syncs;
  }

  synchronized boolean isPowered() {
    return syncsLeft > 0;
  }

  @Override
  public FileChannel open(Path file, OpenOption... options) throws IOException {
    return new DelegatingChannel(FileChannel.open(file, options)) {
      @Override
      public void force(boolean metaData) throws IOException {
        super.force(metaData);
        sync(file);
      }
    };
  }

  @Override
  public synchronized void replace(Path file, Writer writer) throws IOException {
    Disk.super.replace(file, writer);
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    byte[] bytes = synced.remove(beside);
    if (bytes != null) {
      synced.put(file, bytes);
    }
  }

  private synchronized void sync(Path file) throws IOException {
    if (syncsLeft == 0) {
      return;
    }
    syncsLeft--;
    if (syncsLeft > 0) {
      synced.put(file, Files.readAllBytes(file));
    } else {
      atCut.put(file, Files.readAllBytes(file));
    }
  }

  /// Bring every file to what a disk may hold after the cut; true when bytes were lost or garbled.
  synchronized boolean forget(Path folder, Random random) throws IOException {
    boolean torn = false;
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] kept = synced.get(file);
        byte[] unsynced = atCut.get(file);
        if (kept == null && !file.getFileName().toString().startsWith("lock")) {
          Files.delete(file); // its name had not reached the disk
        } else if (kept != null && unsynced != null) {
          byte[] mixed = mix(kept, unsynced, random);
          torn |= !Arrays.equals(mixed, kept);
          Files.write(file, mixed);
        } else if (kept != null) {
          Files.write(file, kept);
        }
      }
    }
    return torn;
  }

  /// What was synced, and of what was written after that each page or not; a longer file has grown
  /// by all, a part or nothing, with zeros in the place of a page that is missing.
  private static byte[] mix(byte[] kept, byte[] unsynced, Random random) {
    int shorter = Math.min(kept.length, unsynced.length);
    int longer = Math.max(kept.length, unsynced.length);
    int length = shorter + random.nextInt(longer - shorter + 1);
    byte[] mixed = Arrays.copyOf(kept, length);
    for (int at = 0; at < Math.min(length, unsynced.length); at += PAGE) {
      if (random.nextBoolean()) {
        System.arraycopy(
            unsynced, at, mixed, at, Math.min(PAGE, Math.min(length, unsynced.length) - at));
      }
    }
    return mixed;
  }
}
