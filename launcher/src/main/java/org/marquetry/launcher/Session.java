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
import java.util.Set;
import java.util.TreeSet;
import org.marquetry.lib.feature.FeatureCommand;
import org.marquetry.lib.feature.Repository;
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
    Home home = home(command, arguments);
    home.prepare();
    try (HomeLock _ = HomeLock.take(home, command.name())) {
      if (command.freshHome().isPresent()) {
        if (arguments.keep()) home.requireMade(command.name());
        else home.renew(command.name());
      }
      home.clear();
      Map<String, Map<String, Object>> configuration =
          Configuration.read(
              Catalogue.read(repository.folder()), home.etc(), environment, arguments.settings());
      if (command.suite()) HttpPort.of(configuration).check();
      Repository kept = Repository.read(home.data().resolve("features"));
      Set<String> features = new TreeSet<>();
      if (command.suite()) features.addAll(kept.features().keySet());
      features.add(repository.bringing(command.name()).orElseThrow().name());
      StartPlan plan = StartPlan.of(repository, kept, features, home.temporary());
      return start(plan, home, configuration, command, arguments);
    } finally {
      home.release();
    }
  }

  private int start(
      StartPlan plan,
      Home home,
      Map<String, Map<String, Object>> configuration,
      FeatureCommand command,
      Arguments arguments)
      throws IOException, InterruptedException {
    Ending ending = new Ending(home);
    Runtime.getRuntime().addShutdownHook(new Thread(ending::now, "marquetry-stop"));
    try {
      Suite suite = Suite.start(plan, properties(plan, home, configuration, command), out, err);
      ending.of(suite);
      if (!command.suite())
        return new CommandCall(suite)
            .run(command.name(), arguments.help() ? List.of("--help") : arguments.rest());
      err.println(
          "Marquetry is running: "
              + plan.bundles().size()
              + " bundles of "
              + String.join(", ", plan.features())
              + "; home "
              + home.folder());
      suite.errors().forEach(e -> err.println("marquetry: did not start: " + e));
      suite.awaitStop();
      return 0;
    } finally {
      ending.now();
    }
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
      StartPlan plan,
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
    properties.put("marquetry.features", String.join(",", plan.features()));
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
