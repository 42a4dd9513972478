package org.marquetry.lib.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a home's files tell of the process that runs on it: `lock` is held while it runs and names
/// it, `run/address` says where it listens, `run/token` is there once it lets in.
///
/// @param folder the home's folder
public record HomeInUse(Path folder) {
  private static final Pattern HOLDER = Pattern.compile("process (\\d{1,9}) .*", Pattern.DOTALL);
  private static final long LOCKED_AT = Long.MAX_VALUE - 1; // behind the text, so all may read it

  /// The file that is locked.
  public Path lock() {
    return folder.resolve("lock");
  }

  /// Lock the home, until the channel is closed or the process ends. Its holder opens the file by
  /// no other way: POSIX gives the lock back when any of its descriptors is closed.
  ///
  /// @param channel of [#lock], open for writing
  /// @return false when another process has it
  /// @throws OverlappingFileLockException if this process has it
  public static boolean take(FileChannel channel) throws IOException {
    return channel.tryLock(LOCKED_AT, 1, false) != null;
  }

  /// What the lock's holder writes into it.
  ///
  /// @param what for people: which command, since when
  public static String named(long process, String what) {
    return "process " + process + " " + what + "\n";
  }

  /// Who took the lock last, in words; empty when it was never taken.
  public String holder() {
    return read("lock").orElse("");
  }

  /// The living process that holds the lock. The file alone does not tell: its process may be
  /// another's now.
  public Optional<ProcessHandle> process() {
    Matcher who = HOLDER.matcher(holder());
    return who.matches() && isHeld()
        ? ProcessHandle.of(Long.parseLong(who.group(1))).filter(ProcessHandle::isAlive)
        : Optional.empty();
  }

  private boolean isHeld() {
    try (FileChannel channel =
            FileChannel.open(lock(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock(LOCKED_AT, 1, false)) {
      return lock == null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  /// Whether it lets in.
  public boolean isOpen() {
    return Files.exists(folder.resolve("run/token"));
  }

  /// Where it listens, once it lets in.
  public Optional<String> address() {
    return isOpen() ? read("run/address") : Optional.empty();
  }

  private Optional<String> read(String file) {
    try {
      return Optional.of(Files.readString(folder.resolve(file)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
