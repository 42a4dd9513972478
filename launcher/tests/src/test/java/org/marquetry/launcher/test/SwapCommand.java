package org.marquetry.launcher.test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.marquetry.feature.api.ChangeSet;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.Features;
import org.marquetry.feature.api.Wish;
import org.marquetry.platform.api.command.Command;
import org.marquetry.platform.api.command.Console;
import org.marquetry.platform.api.gate.Actor;

/// Swaps the bundle of [EchoCommand] while threads call it, and says what the callers saw.
///
/// Arguments: rounds, then feature files that take turns; one whose name holds `broken` must be
/// refused.
public final class SwapCommand implements Command {
  private static final Actor CALLER = new Actor(Actor.Kind.SYSTEM, "caller", Set.of("*"));

  private final Features features;
  private final Command echo;

  /// Take the gates.
  public SwapCommand(Features features, Command echo) {
    this.features = features;
    this.echo = echo;
  }

  @Override
  public String name() {
    return "swap-echo";
  }

  @Override
  public String summary() {
    return "swap echo under load";
  }

  @Override
  public int run(List<String> arguments, Console console) {
    int rounds = Integer.parseInt(arguments.getFirst());
    List<Path> files = arguments.subList(1, arguments.size()).stream().map(Path::of).toList();
    var ended = new AtomicBoolean();
    var calls = new LongAdder();
    var failed = new LongAdder();
    Runnable caller = () -> CALLER.run(() -> call(ended, calls, failed));
    List<Thread> threads =
        List.of(Thread.ofPlatform().start(caller), Thread.ofPlatform().start(caller));
    int refused = 0;
    for (int i = 0; i < rounds; i++) {
      Path file = files.get(i % files.size());
      try {
        features.apply(install(file));
        if (file.toString().contains("broken"))
          throw new AssertionError("a broken release was taken");
      } catch (FeatureException e) {
        refused++;
        console.error(e.getMessage());
      }
    }
    ended.set(true);
    threads.forEach(SwapCommand::join);
    console.print(
        "refused "
            + refused
            + ", failed "
            + failed
            + ", called "
            + (calls.sum() > 100)
            + ", now "
            + echo.summary());
    return 0;
  }

  private static ChangeSet install(Path file) {
    return new ChangeSet(List.of(new Wish(Wish.Kind.INSTALL, file.toString())), "", Duration.ZERO);
  }

  private void call(AtomicBoolean ended, LongAdder calls, LongAdder failed) {
    while (!ended.get()) {
      try {
        if (!echo.summary().startsWith("echo of bundle")) failed.increment();
      } catch (RuntimeException e) {
        failed.increment();
      }
      calls.increment();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
