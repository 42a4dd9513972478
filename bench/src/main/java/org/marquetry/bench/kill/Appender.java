package org.marquetry.bench.kill;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.marquetry.platform.journal.FileJournal;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;

/// The process that is killed. Says `ready`, sends again what the parent lists in the file `resend`
/// and says `again ID new|old`, then appends without end and says `ack ID` for each that is stored.
final class Appender {
  private static final int THREADS = 16;

  private Appender() {}

  /// Append until killed.
  ///
  /// @param arguments folder, number of this run
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    PrintStream out = System.out;
    try (FileJournal journal =
        FileJournal.open(folder.resolve("journal"), InstantSource.system())) {
      out.println("ready");
      for (String id : Files.readAllLines(folder.resolve("resend"))) {
        out.println("again " + id + (journal.append(event(id)).isNew() ? " new" : " old"));
      }
      Thread[] threads = new Thread[THREADS];
      for (int t = 0; t < threads.length; t++) {
        String prefix = "r" + arguments[1] + "-t" + t + "-";
        threads[t] = Thread.ofVirtual().start(() -> append(journal, prefix, out));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  private static void append(FileJournal journal, String prefix, PrintStream out) {
    for (int i = 0; ; i++) {
      String id = prefix + i;
      if (journal.append(event(id)).isNew()) {
        out.println("ack " + id);
      }
    }
  }

  private static Event event(String id) {
    return Event.builder(id, "viewed", Instant.EPOCH)
        .customer(new CustomerId("c" + Math.floorMod(id.hashCode(), 500)))
        .property("page", "/products/" + id)
        .build();
  }
}
