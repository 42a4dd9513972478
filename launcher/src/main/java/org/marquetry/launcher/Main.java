package org.marquetry.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.lib.feature.FeatureCommand;
import org.marquetry.lib.feature.FeatureException;
import org.marquetry.lib.feature.Repository;

/// The command line. Properties set by the script: `marquetry.repository` (folder),
/// `marquetry.temporary` (an empty folder for a command that runs once), `marquetry.terminal`
/// (whether standard error is a terminal).
public final class Main {
  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;

  private Main(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  /// Run the command line and end the process with its exit code.
  public static void main(String[] words) {
    PrintStream out = System.out;
    System.setOut(System.err); // standard output carries results only
    int exitCode = new Main(out, System.err, System.getenv()).run(List.of(words));
    deleteTemporary(System.err);
    System.exit(exitCode);
  }

  private int run(List<String> words) {
    try {
      Path folder = repositoryFolder();
      Repository repository = Repository.read(folder);
      Map<String, FeatureCommand> commands = new TreeMap<>();
      repository
          .features()
          .values()
          .forEach(f -> f.commands().forEach(c -> commands.put(c.name(), c)));
      List<String> suite =
          commands.values().stream()
              .filter(FeatureCommand::suite)
              .map(FeatureCommand::name)
              .toList();
      Optional<String> group = Help.group(words, commands);
      if (group.isPresent()) {
        out.println(group.get());
        return 0;
      }
      Arguments arguments = Arguments.parse(words, commands.keySet(), suite);
      FeatureCommand command = commands.get(arguments.command());
      if (command == null) {
        (arguments.help() ? out : err).println(Help.general(repository));
        return arguments.help() ? 0 : Problem.USAGE;
      }
      if (PartnerTools.has(command.name())) {
        return new PartnerTools(folder, out, err).run(command.name(), arguments);
      }
      if (arguments.help() && command.suite()) {
        out.println(Help.suite(command));
        return 0;
      }
      if (command.name().equals("import")) return importing(arguments);
      if (command.asks()) return new Asking(out, environment).run(command, arguments);
      return new Session(repository, environment, out, err).run(command, arguments);
    } catch (Problem e) {
      err.println("marquetry: " + e.getMessage());
      return e.exitCode();
    } catch (FeatureException e) {
      err.println("marquetry: " + e.getMessage());
      return Problem.FAILURE;
    } catch (IOException e) {
      err.println("marquetry: " + e);
      return Problem.FAILURE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Problem.FAILURE;
    }
  }

  private int importing(Arguments arguments) throws IOException {
    boolean help = arguments.rest().contains("--help") || arguments.rest().contains("-h");
    if (arguments.help() || help) {
      out.print(Importing.USAGE);
      return 0;
    }
    ImportWords words = ImportWords.of(arguments);
    Door door = Door.of(words.home().orElseGet(() -> Home.named(environment)));
    return new Importing(out, err, door, words).run();
  }

  /// The script makes the folder before it knows whether a command will use it.
  private static void deleteTemporary(PrintStream err) {
    String made = System.getProperty("marquetry.temporary");
    if (made == null) return;
    try {
      new Home(Path.of(made), true).release();
    } catch (IOException e) {
      err.println("marquetry: cannot delete the temporary folder " + made + " (" + e + ")");
    }
  }

  private static Path repositoryFolder() {
    String named = System.getProperty("marquetry.repository");
    try {
      Path folder =
          named != null
              ? Path.of(named)
              : Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                  .resolve("../../../feature-repo/target/repository");
      if (Files.isDirectory(folder.resolve("features"))) return folder.toAbsolutePath().normalize();
      throw Problem.failure(
          "no features in "
              + folder.normalize()
              + "; start with launcher/marquetry, which builds them");
    } catch (URISyntaxException e) {
      throw Problem.failure("the launcher's own place cannot be read: " + e.getMessage());
    }
  }
}
