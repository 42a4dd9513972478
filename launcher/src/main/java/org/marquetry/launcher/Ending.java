package org.marquetry.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Stops the suite once, whoever asks first: the end of the command, Ctrl-C or SIGTERM.
final class Ending {
  private final Home home;
  private @Nullable Suite suite;
  private boolean ended;

  Ending(Home home) {
    this.home = home;
  }

  synchronized void of(Suite running) {
    this.suite = running;
    if (ended) running.stop();
  }

  synchronized void now() {
    if (ended) return;
    ended = true;
    try {
      if (suite != null) suite.stop();
      home.release();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete the temporary home " + home.folder(), e);
    }
  }
}
