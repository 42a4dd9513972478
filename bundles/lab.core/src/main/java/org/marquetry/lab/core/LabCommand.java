package org.marquetry.lab.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.LabOption;
import org.marquetry.lab.spi.LabResult;
import org.marquetry.lab.spi.LabTask;
import org.marquetry.platform.api.command.Command;
import org.marquetry.platform.api.command.Console;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `lab TASK ...`: measure a model on files of one's own and print one JSON object.
@Provider("lab")
@Component
public final class LabCommand implements Command {
  private static final Logger log = LoggerFactory.getLogger(LabCommand.class);

  private final String version;
  private final ResultJson json = new ResultJson();

  /// Tasks come and go with their bundles.
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  volatile List<LabTask> tasks;

  @Activate
  public LabCommand(BundleContext context) {
    this(context.getBundle().getVersion().toString(), List.of());
  }

  /// Make the command outside the framework, for tests and tools.
  public LabCommand(String version, List<LabTask> tasks) {
    this.version = version;
    this.tasks = tasks;
  }

  @Override
  public String name() {
    return "lab";
  }

  @Override
  public String summary() {
    return "measure a model on your own files; prints one JSON object";
  }

  @Override
  public int run(List<String> arguments, Console console) {
    List<LabTask> known = tasks.stream().sorted(Comparator.comparing(LabTask::name)).toList();
    if (arguments.isEmpty() || arguments.getFirst().equals("--help")) {
      console.print("usage: lab TASK ...   (lab TASK --help)");
      known.forEach(t -> console.print(String.format("  %-12s %s", t.name(), t.summary())));
      return arguments.isEmpty() ? BAD_INPUT : OK;
    }
    String name = arguments.getFirst();
    Optional<LabTask> task = known.stream().filter(t -> t.name().equals(name)).findFirst();
    if (task.isEmpty()) {
      List<String> names = known.stream().map(LabTask::name).toList();
      console.error("lab: no task '" + name + "'" + Known.hint(name, names, ""));
      return BAD_INPUT;
    }
    return run(task.get(), arguments.subList(1, arguments.size()), console);
  }

  private int run(LabTask task, List<String> words, Console console) {
    List<LabOption> options = new ArrayList<>(task.options());
    options.addAll(Arguments.COMMON);
    if (words.contains("--help")) {
      console.print("lab " + task.name() + ": " + task.summary());
      Arguments.help(options).forEach(console::print);
      return OK;
    }
    long start = System.nanoTime();
    try {
      CommandInput input =
          new CommandInput(Arguments.parse(words, options), console.workingFolder());
      long seed = input.seed();
      LabResult result = task.run(input, console.progress());
      double seconds = (System.nanoTime() - start) / 1e9;
      console.print(json.of(task.name(), result, seed, seconds, version));
      return OK;
    } catch (LabInputException e) {
      console.error("lab " + task.name() + ": " + e.getMessage());
      return BAD_INPUT;
    } catch (RuntimeException e) { // the edge: a task's fault must not end in a stack trace
      log.error("lab task {} failed", task.name(), e);
      console.error("lab " + task.name() + " failed: " + e);
      return 1;
    }
  }
}
