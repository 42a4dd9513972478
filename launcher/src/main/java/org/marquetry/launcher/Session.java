package org.marquetry.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.lib.feature.FeatureCommand;
import org.marquetry.lib.feature.QuarantineFile;
import org.marquetry.lib.feature.Repository;
import org.marquetry.lib.feature.StateStore;
import org.marquetry.lib.json.Json;

/// One run of the process: takes the home, starts the suite, calls the command or waits, gives
/// everything back.
final class Session {
  private final Repository repository;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  Session(
      Repository repository, Map<String, String> environment, PrintStream out, PrintStream err) {
    this.repository = repository;
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  int run(FeatureCommand command, Arguments arguments) throws IOException, InterruptedException {
    if (arguments.keep() && command.freshHome().isEmpty()) {
      throw Problem.usage(
          "--keep is for a command that makes its home anew; the home of "
              + command.name()
              + " stays as it is anyway");
    }
    if (arguments.safe() && !command.suite()) {
      throw Problem.usage("--safe is for a command that starts the suite, as run does");
    }
    Home home = home(command, arguments);
    home.prepare();
    try (HomeLock _ = HomeLock.take(home, command.name())) {
      if (command.freshHome().isPresent()) {
        if (arguments.keep()) home.requireMade(command.name());
        else home.renew(command.name());
      }
      home.clear();
      Catalogue catalogue = Catalogue.read(repository.folder());
      Map<String, Map<String, Object>> configuration =
          arguments.safe()
              ? Configuration.kept(
                  catalogue, Start.lastHealthy(states(home)).configuration(), arguments.settings())
              : Configuration.read(catalogue, home.etc(), environment, arguments.settings());
      if (command.suite()) HttpPort.of(configuration).check();
      return start(home, configuration, command, arguments);
    } finally {
      home.release();
    }
  }

  private int start(
      Home home,
      Map<String, Map<String, Object>> configuration,
      FeatureCommand command,
      Arguments arguments)
      throws IOException, InterruptedException {
    StateStore store = states(home);
    String feature = repository.bringing(command.name()).orElseThrow().name();
    Ending ending = new Ending(home);
    Runtime.getRuntime().addShutdownHook(new Thread(ending::now, "marquetry-stop"));
    try {
      if (!command.suite()) {
        Start start = Start.once(repository, store, feature, home.temporary());
        Suite suite =
            Suite.start(
                start.plan(),
                properties(start, home, configuration, command),
                out,
                err,
                ending::of);
        return new CommandCall(suite)
            .run(command.name(), arguments.help() ? List.of("--help") : arguments.rest());
      }
      String written = Json.write(configuration);
      while (true) {
        Start start =
            arguments.safe()
                ? Start.safe(store)
                : Start.suite(repository, store, feature, written, err);
        if (!stays(start, store, ending, home, configuration, command)) return 0;
      }
    } finally {
      ending.now();
    }
  }

  private static StateStore states(Home home) {
    return new StateStore(folder(home));
  }

  private static Path folder(Home home) {
    return StateStore.folder(home.folder());
  }

  /// Run the suite until it stops.
  ///
  /// @return whether it is to start again
  private boolean stays(
      Start start,
      StateStore store,
      Ending ending,
      Home home,
      Map<String, Map<String, Object>> configuration,
      FeatureCommand command)
      throws IOException, InterruptedException {
    Suite suite;
    try {
      suite =
          Suite.start(
              start.plan().holding(new QuarantineFile(folder(home)).checksums()),
              properties(start, home, configuration, command),
              out,
              err,
              ending::of);
    } catch (Problem e) {
      if (!start.trial()) throw e;
      return givenUp(start, store, String.valueOf(e.getMessage()));
    }
    if (start.trial() && !suite.errors().isEmpty()) {
      suite.stop();
      return givenUp(start, store, String.join("; ", suite.errors()));
    }
    err.println(
        "Marquetry is running: "
            + start.plan().bundles().size()
            + " bundles of "
            + String.join(", ", start.plan().names())
            + (start.safe() ? " (safe: as it last ran well)" : "")
            + "; home "
            + home.folder());
    suite.errors().forEach(e -> err.println("marquetry: did not start: " + e));
    suite.awaitStop();
    if (!suite.isToStartAgain()) return false;
    err.println("Marquetry starts again");
    return true;
  }

  private boolean givenUp(Start start, StateStore store, String why) {
    err.println(
        "marquetry: state "
            + start.state().orElse(0L)
            + " does not start ("
            + why
            + "); the state before it starts instead");
    Start.refuse(store, why);
    return true;
  }

  private Home home(FeatureCommand command, Arguments arguments) throws IOException {
    if (!command.suite() && arguments.home().isEmpty()) {
      String made = System.getProperty("marquetry.temporary");
      return new Home(made != null ? Path.of(made) : Files.createTempDirectory("marquetry"), true);
    }
    Path named =
        arguments
            .home()
            .or(() -> command.freshHome().map(_ -> Home.fresh(command)))
            .orElseGet(() -> Home.named(environment));
    return new Home(named.toAbsolutePath().normalize(), false);
  }

  private Map<String, String> properties(
      Start start,
      Home home,
      Map<String, Map<String, Object>> configuration,
      FeatureCommand command)
      throws IOException {
    Map<String, String> properties = new HashMap<>();
    properties.put("org.osgi.framework.storage", home.cache().resolve("felix").toString());
    properties.put("felix.log.level", "0"); // we listen to its events
    properties.put("ds.loglevel", "warn");
    properties.put("org.osgi.framework.bsnversion", "multiple"); // a swap runs both side by side
    properties.put("marquetry.repository", repository.folder().toString());
    properties.put("marquetry.features", String.join(",", start.plan().names()));
    start.state().ifPresent(n -> properties.put("marquetry.state", n.toString()));
    properties.put("marquetry.powers", start.plan().powers());
    properties.put("org.osgi.framework.startlevel.beginning", "100");
    properties.put("org.ops4j.pax.logging.StaticLogbackFile", logging(home).toString());
    properties.put("org.ops4j.pax.logging.DefaultServiceLog.level", "ERROR");
    properties.put("org.apache.felix.http.enable", "false"); // until platform.http says where
    properties.put("marquetry.home", home.folder().toString());
    properties.put("marquetry.sample", Boolean.toString(home.made("demo")));
    properties.put("marquetry.log", home.log().toString());
    properties.put("marquetry.log.console", command.suite() ? "INFO" : "ERROR");
    properties.put("marquetry.terminal", System.getProperty("marquetry.terminal", "false"));
    command.clock().ifPresent(clock -> properties.put("marquetry.clock", clock));
    if (!configuration.isEmpty())
      properties.put("marquetry.configuration", Json.write(configuration));
    properties.put("marquetry.safe", Boolean.toString(start.safe()));
    System.setProperty("java.io.tmpdir", home.tmp().toString()); // the script has set it already
    System.setProperty("marquetry.log", home.log().toString()); // Logback reads system properties
    System.setProperty("marquetry.log.console", command.suite() ? "INFO" : "ERROR");
    return properties;
  }

  /// The operator's `etc/logback.xml`, else ours.
  private static Path logging(Home home) throws IOException {
    Path own = home.etc().resolve("logback.xml");
    if (Files.exists(own)) return own;
    Path ours = home.cache().resolve("logback.xml");
    try (InputStream in = Session.class.getResourceAsStream("logback.xml")) {
      if (in == null) throw new AssertionError("logback.xml is missing in the launcher");
      Files.copy(in, ours, StandardCopyOption.REPLACE_EXISTING);
    }
    return ours;
  }
}
