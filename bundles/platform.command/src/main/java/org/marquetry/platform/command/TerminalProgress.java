package org.marquetry.platform.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.shop.api.Words;

/// One line that is rewritten on a terminal; one line a step elsewhere.
final class TerminalProgress implements Progress {
  private static final long LEAST_GAP_NANOS = 100_000_000L;

  private final PrintStream err;
  private final boolean terminal;
  private final BooleanSupplier cancelled;
  private String step = "";
  private long stepStart;
  private long lastShown;
  private int width;

  TerminalProgress(PrintStream err, boolean terminal, BooleanSupplier cancelled) {
    this.err = err;
    this.terminal = terminal;
    this.cancelled = cancelled;
  }

  @Override
  public synchronized void step(Words what) {
    step = what.en();
    stepStart = System.nanoTime();
    lastShown = stepStart;
    if (terminal) show(step);
    else err.println(step);
  }

  @Override
  public synchronized void at(double done) {
    long now = System.nanoTime();
    if (!terminal || now - lastShown < LEAST_GAP_NANOS) return;
    lastShown = now;
    double seconds = (now - stepStart) / 1e9;
    String rest =
        done > 0.02 && seconds > 1
            ? String.format(Locale.ROOT, ", about %.0f s left", seconds / done * (1 - done))
            : "";
    show(String.format(Locale.ROOT, "%s  %3.0f %%%s", step, 100 * Math.clamp(done, 0, 1), rest));
  }

  @Override
  public boolean cancelled() {
    return cancelled.getAsBoolean();
  }

  /// Take the line away, so that something else can be printed.
  synchronized void clear() {
    if (width == 0) return;
    err.print("\r" + " ".repeat(width) + "\r");
    err.flush();
    width = 0;
  }

  /// Take the line away for good.
  void end() {
    clear();
  }

  private void show(String text) {
    err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
    err.flush();
    width = text.length();
  }
}
