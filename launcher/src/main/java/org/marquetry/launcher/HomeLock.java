package org.marquetry.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.marquetry.lib.home.HomeInUse;

/// Keeps a home to one process. The operating system gives the lock back when the process ends,
/// however it ends.
final class HomeLock implements AutoCloseable {
  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z").withZone(ZoneId.systemDefault());

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Take the lock.
  ///
  /// @throws Problem naming the process that holds it, and since when
  static HomeLock take(Home home, String command) {
    HomeInUse use = new HomeInUse(home.folder());
    Path file = use.lock();
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!HomeInUse.take(channel)) {
        channel.close();
        throw Problem.failure(
            "the home "
                + home.folder()
                + " is in use by "
                + use.holder()
                + "; stop that process or name another folder with --home");
      }
      ProcessHandle me = ProcessHandle.current();
      String since = SINCE.format(me.info().startInstant().orElse(Instant.EPOCH));
      String who = HomeInUse.named(me.pid(), "(marquetry " + command + "), since " + since);
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(who.getBytes(StandardCharsets.UTF_8)), 0);
      return new HomeLock(channel);
    } catch (IOException e) {
      throw Problem.failure(
          "cannot lock the home " + home.folder() + " by the file " + file + " (" + e + ")");
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
