package org.marquetry.platform.compute;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Actor;

/// The pieces of one call: which is next, how many are done, what went wrong first.
final class Pieces {
  private final int tasks;
  private final IntConsumer body;
  private final Actor actor;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final CountDownLatch end = new CountDownLatch(1);

  Pieces(int tasks, IntConsumer body, Actor actor) {
    this.tasks = tasks;
    this.body = body;
    this.actor = actor;
  }

  boolean runOneAsActor() {
    return actor.call(this::runOne);
  }

  /// Run the next piece; return false when none is left.
  boolean runOne() {
    int piece = next.get() < tasks ? next.getAndIncrement() : tasks;
    if (piece >= tasks) {
      return false;
    }
    try {
      if (failure.get() == null) {
        body.accept(piece);
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    } finally {
      if (done.incrementAndGet() == tasks) {
        end.countDown();
      }
    }
    return true;
  }

  /// Wait for the pieces that others run, through interrupts, then throw what went wrong.
  void join() {
    boolean interrupted = false;
    while (true) {
      try {
        end.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }
}
