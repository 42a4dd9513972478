package org.marquetry.platform.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.marquetry.platform.api.command.Command;
import org.marquetry.platform.api.gate.Actor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// Offers every command as a service of JDK types.
@Component(service = CommandDoor.class, immediate = true)
public final class CommandDoor {
  private static final Actor ACTOR =
      new Actor(Actor.Kind.COMMAND_LINE, "command-line", Set.of("*"));

  private final BundleContext context;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private final RunningCalls running = new RunningCalls();
  private final Map<Command, ServiceRegistration<?>> doors = new ConcurrentHashMap<>();

  /// Take the streams of the process.
  @Activate
  public CommandDoor(
      BundleContext context,
      @Reference(target = "(marquetry.stream=out)") PrintStream out,
      @Reference(target = "(marquetry.stream=err)") PrintStream err) {
    this.context = context;
    this.out = out;
    this.err = err;
    this.terminal = Boolean.parseBoolean(context.getProperty("marquetry.terminal"));
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addCommand(Command command) {
    String name = ACTOR.call(command::name);
    Function<String[], Integer> call = arguments -> run(command, List.of(arguments));
    var properties = FrameworkUtil.asDictionary(Map.of("marquetry.command", name));
    doors.put(command, context.registerService(Function.class, call, properties));
  }

  void removeCommand(Command command) {
    ServiceRegistration<?> door = doors.remove(command);
    if (door != null) door.unregister();
  }

  private int run(Command command, List<String> arguments) {
    try (RunningCalls.Call call = running.begin()) {
      var progress = new TerminalProgress(err, terminal, call::cancelled);
      var console = new TerminalConsole(out, err, progress);
      try {
        return ACTOR.call(() -> command.run(arguments, console));
      } finally {
        progress.end();
      }
    }
  }

  @Deactivate
  void stop() {
    running.cancelAndAwait();
  }
}
