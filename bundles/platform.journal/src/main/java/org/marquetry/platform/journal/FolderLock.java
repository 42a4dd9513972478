package org.marquetry.platform.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.journal.JournalInUseException;

/// Hold a folder for one process. The operating system lets go when the process ends, however.
///
/// Who holds it stands in a file of its own: closing any channel on a locked file would drop the
/// lock of the whole process.
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock take(Path folder) throws IOException {
    Path holder = folder.resolve("lock.holder");
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      String who = Files.exists(holder) ? Files.readString(holder).strip() : "an unknown process";
      throw new JournalInUseException(
          "the journal folder " + folder + " is in use by " + who + ". Stop that process first.");
    }
    Files.writeString(holder, "process " + ProcessHandle.current().pid() + "\n");
    return new FolderLock(channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // this very process holds it
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
