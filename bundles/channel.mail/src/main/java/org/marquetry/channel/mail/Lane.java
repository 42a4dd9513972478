package org.marquetry.channel.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A place for one message under way, with its kept connection. Used by whoever took it from the
/// free ones; watched and closed by anybody.
final class Lane {
  /// Opens a connection.
  interface Opener {
    Wire open() throws IOException, MessagingException;
  }

  private final Opener opener;
  private volatile @Nullable Wire wire;
  private volatile boolean closed;
  private volatile boolean busy;
  private volatile long since = System.nanoTime();

  Lane(Opener opener) {
    this.opener = opener;
  }

  /// Hand one mail over. The server may have closed the connection while it was idle: then nothing
  /// was sent yet, and the mail goes over a fresh one.
  Handover hand(String to, byte[] mail) throws IOException, MessagingException {
    since = System.nanoTime();
    busy = true;
    try {
      Wire kept = wire;
      if (kept != null) {
        Handover done = handOver(kept, to, mail);
        if (!done.isStale()) {
          return done;
        }
      }
      return handOver(fresh(), to, mail);
    } finally {
      since = System.nanoTime();
      busy = false;
    }
  }

  private Handover handOver(Wire over, String to, byte[] mail) {
    Handover done = over.hand(to, mail);
    if (over.isBroken()) {
      over.cut();
      wire = null;
    }
    return done;
  }

  private Wire fresh() throws IOException, MessagingException {
    Wire opened = opener.open();
    wire = opened;
    if (closed) { // meanwhile
      opened.cut();
    }
    return opened;
  }

  /// Whether a message is under way for longer than this.
  boolean isStuck(long nanos) {
    return busy && System.nanoTime() - since > nanos;
  }

  boolean isIdle(long nanos) {
    return wire != null && !busy && System.nanoTime() - since > nanos;
  }

  /// End the connection in good order; only by whoever took this lane.
  void end() {
    Wire kept = wire;
    wire = null;
    if (kept != null) {
      kept.end();
    }
  }

  /// End the connection at once, also in the middle of a message.
  void cut() {
    Wire kept = wire;
    if (kept != null) {
      kept.cut();
    }
  }

  /// As [#cut], and none is opened any more.
  void close() {
    closed = true;
    cut();
  }
}
