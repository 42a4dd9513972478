package org.marquetry.recommend.core;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The model that answers. A newer one takes its place at once; the former is closed when the last
/// answer from it is given.
final class Serving {
  private final AtomicReference<@Nullable Held> current = new AtomicReference<>();

  private static final class Held {
    final Learned learned;
    final ReadWriteLock lock = new ReentrantReadWriteLock();
    boolean isClosed;

    Held(Learned learned) {
      this.learned = learned;
    }
  }

  /// Answer from the model; from nothing: `otherwise`.
  <T> T ask(Function<Learned, T> question, T otherwise) {
    for (Held held = current.get(); held != null; held = current.get()) {
      held.lock.readLock().lock();
      try {
        if (!held.isClosed) {
          return question.apply(held.learned);
        }
      } finally {
        held.lock.readLock().unlock();
      }
    }
    return otherwise;
  }

  void replace(Learned learned) {
    close(current.getAndSet(new Held(learned)));
  }

  void close() {
    close(current.getAndSet(null));
  }

  private static void close(@Nullable Held former) {
    if (former == null) {
      return;
    }
    former.lock.writeLock().lock();
    try {
      former.isClosed = true;
      former.learned.model().close();
    } finally {
      former.lock.writeLock().unlock();
    }
  }
}
