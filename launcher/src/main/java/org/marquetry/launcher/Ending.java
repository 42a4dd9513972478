package org.marquetry.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Stops the suite once, whoever asks first: the end of the command, Ctrl-C or SIGTERM.
final class Ending {
  private final Home home;
  private @Nullable Suite suite;
  private boolean ended;

  Ending(Home home) {
    this.home = home;
  }

  /// Know the suite that starts; does not return when the process ends already.
  void of(Suite starting) {
    synchronized (this) {
      suite = starting;
      if (!ended) return;
    }
    while (true) LockSupport.park(this); // the process is about to end
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
