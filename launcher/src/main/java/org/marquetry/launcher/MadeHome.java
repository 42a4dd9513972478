package org.marquetry.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.marquetry.lib.home.HomeInUse;

/// The home of a made-up shop, seen from outside: whoever made it may stop and remove it.
///
/// @param folder the home's folder
record MadeHome(Path folder) {
  private static final String MAKER = "demo";
  private static final long STOP_SECONDS = 40; // a suite drains for 20

  /// Stop the process that runs on it.
  ///
  /// @return what was done, in words
  /// @throws Problem if it is no made-up shop's home, or its process does not end
  String stop() {
    check();
    Optional<ProcessHandle> running = new HomeInUse(folder).process();
    running.ifPresent(MadeHome::end);
    return running
        .map(p -> "The made-up shop of " + folder + " is stopped (process " + p.pid() + ").")
        .orElse("No made-up shop runs on " + folder + ".");
  }

  /// Stop it and delete the folder.
  ///
  /// @return what was done, in words
  /// @throws Problem if it is no made-up shop's home, its process does not end, or the folder
  ///   cannot be deleted
  String remove() {
    if (Files.notExists(folder)) return "There is no made-up shop at " + folder + ".";
    stop();
    try (HomeLock _ = HomeLock.take(new Home(folder, false), MAKER + " remove")) {
      Home.delete(folder);
    } catch (IOException e) {
      throw Problem.failure("cannot delete " + folder + " (" + e + "); delete it by hand");
    }
    return "The made-up shop and its home " + folder + " are removed.";
  }

  private void check() {
    if (Files.exists(folder) && !new Home(folder, false).made(MAKER)) {
      throw Problem.failure(
          "the home "
              + folder
              + " was not made by `"
              + MAKER
              + "`; a shop of its own is stopped where it was started");
    }
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw Problem.failure(
          "process "
              + process.pid()
              + " has not ended after "
              + STOP_SECONDS
              + " s; look at its log, then end it by hand");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.failure("interrupted while process " + process.pid() + " was stopping");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
