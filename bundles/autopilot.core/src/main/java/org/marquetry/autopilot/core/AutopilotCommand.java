package org.marquetry.autopilot.core;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.marquetry.data.api.IntakeFailed;
import org.marquetry.data.api.Problem;
import org.marquetry.platform.api.command.Command;
import org.marquetry.platform.api.command.Console;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `launcher/marquetry autopilot`: the six steps of the loop once, from a folder to a report.
@Provider("autopilot")
@Component
public final class AutopilotCommand implements Command {
  private static final int FAILED = 1;

  private final StepServices services;

  @Activate
  public AutopilotCommand(@Reference(service = StepServices.class) StepServices services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "autopilot";
  }

  @Override
  public String summary() {
    return "run the six steps once on a folder of a shop's files and write the report";
  }

  @Override
  public int run(List<String> arguments, Console console) {
    if (arguments.contains("--help")) {
      console.print(Arguments.USAGE);
      return OK;
    }
    try {
      Options options = Arguments.parse(arguments, console.workingFolder());
      return run(options, console);
    } catch (IllegalArgumentException e) {
      console.error("autopilot: " + e.getMessage());
      return BAD_INPUT;
    }
  }

  private int run(Options options, Console console) {
    Messages messages = new Messages();
    try {
      Path out = Files.createDirectories(options.out());
      Report report =
          new Autopilot(services.steps(messages), messages, services.version())
              .run(new Run(options, console.progress()));
      ReportFiles.write(out.resolve("report.json"), ReportJson.write(report));
      ReportFiles.write(
          out.resolve("report.html"), ReportHtml.write(report, messages, options.language()));
      tell(report, options, console);
      return report.steps().stream().anyMatch(s -> s.status() == Status.FAILED) ? FAILED : OK;
    } catch (IntakeFailed e) {
      console.error("autopilot: " + e.getMessage());
      e.problems().stream()
          .map(Problem::toString)
          .distinct()
          .filter(p -> !p.equals(e.getMessage()))
          .forEach(p -> console.error("  " + p));
      return e.isOfMachine() ? FAILED : BAD_INPUT;
    } catch (CancellationException e) {
      console.error("autopilot: stopped before the end; nothing was written");
      return FAILED;
    } catch (IOException e) {
      console.error(
          "autopilot: the report cannot be written to "
              + options.out()
              + ": "
              + reason(e)
              + "; free space or choose another --out");
      return FAILED;
    }
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  private static void tell(Report report, Options options, Console console) {
    boolean zh = options.language().equals("zh");
    console.print(zh ? report.headline().zh() : report.headline().en());
    for (StepReport s : report.steps()) {
      String reason = s.reason().map(r -> " – " + (zh ? r.zh() : r.en())).orElse("");
      console.print(
          String.format(
              java.util.Locale.ROOT,
              "  %-12s %-8s %6.1f s%s",
              s.name().key(),
              s.status().key(),
              s.seconds(),
              reason));
    }
    console.print(options.out().resolve("report.html").toString());
  }
}
