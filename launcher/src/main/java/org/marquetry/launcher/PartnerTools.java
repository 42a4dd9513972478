package org.marquetry.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;

/// The commands for partners. They bring a compiler and bnd, which the launcher has not: they are
/// loaded from the jars of the kit, apart from our own classes.
final class PartnerTools {
  private static final List<String> NAMES = List.of("new-extension", "dev", "check-extension");

  private final Path repository;
  private final PrintStream out;
  private final PrintStream err;

  /// @param repository the folder of features, which the kit stands beside
  PartnerTools(Path repository, PrintStream out, PrintStream err) {
    this.repository = repository;
    this.out = out;
    this.err = err;
  }

  static boolean has(String command) {
    return NAMES.contains(command);
  }

  /// Run one and return its exit code.
  int run(String command, Arguments arguments) throws IOException {
    System.setProperty("marquetry.repository", repository.toString());
    List<String> words = new java.util.ArrayList<>(arguments.rest());
    if (arguments.help()) words.add("--help");
    arguments.home().ifPresent(home -> words.addAll(List.of("--home", home.toString())));
    try (URLClassLoader loader = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader())) {
      ToolProvider tool =
          ServiceLoader.load(ToolProvider.class, loader).stream()
              .map(ServiceLoader.Provider::get)
              .filter(t -> t.name().equals(command))
              .findFirst()
              .orElseThrow(() -> Problem.failure("the kit has no " + command + "; build again"));
      return tool.run(writer(out), writer(err), words.toArray(String[]::new));
    }
  }

  private URL[] jars() throws IOException {
    Path list = repository.resolveSibling("kit.txt");
    if (!Files.exists(list)) {
      throw Problem.failure(
          "there is no " + list + "; start with launcher/marquetry, which builds it");
    }
    return Files.readAllLines(list).stream().map(PartnerTools::url).toArray(URL[]::new);
  }

  private static URL url(String jar) {
    try {
      return Path.of(jar).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(jar, e);
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
