package org.marquetry.kit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.marquetry.lib.suggestion.Suggestion;

/// `new-extension`: a project of a partner's own, from a template that is filled by name.
public final class NewExtension extends Tool {
  private static final String TEMPLATE = "sample";
  private static final String NAME = "[a-z][a-z0-9]{1,20}";

  private static final String USAGE =
      """
      Usage: launcher/marquetry new-extension --kind KIND --name NAME [--dir DIR]

      Make the project of an extension, which builds with `mvn package` and installs with `feature install`.

        --kind KIND  what it adds: view (a page), trait (something to ask for in segments),
                     channel (a way to send messages), recommender (a trainer of recommendations)
        --name NAME  2 to 21 small letters and digits, a letter first
        --dir DIR    the folder to make (default ./NAME)
      """;

  /// Called by the launcher.
  public NewExtension() {
    super("new-extension", USAGE);
  }

  @Override
  int run(List<String> given, PrintWriter out) throws IOException {
    Words words = Words.of(given, List.of("--kind", "--name", "--dir"));
    if (!words.operands().isEmpty()) {
      throw ToolException.usage("unknown word \"" + words.operands().getFirst() + "\"");
    }
    Path template = template(words.get("--kind"));
    String name = name(words.get("--name"));
    Path folder = Path.of(words.find("--dir").orElse(name)).toAbsolutePath().normalize();
    make(template, name, folder);
    out.println(
        """
        %s is there. Next:
          mvn -f %s package
          launcher/marquetry feature install %s\
        """
            .formatted(folder, folder, folder));
    return 0;
  }

  private static Path template(String kind) throws IOException {
    Path all = partner().resolve("extension");
    try (Stream<Path> list = Files.list(all)) {
      List<String> kinds = list.map(f -> f.getFileName().toString()).sorted().toList();
      if (kinds.contains(kind)) return all.resolve(kind);
      throw ToolException.usage(
          "--kind is one of "
              + String.join(", ", kinds)
              + ", got \""
              + kind
              + "\""
              + Suggestion.hint(kind, kinds));
    }
  }

  private static String name(String name) {
    if (!name.matches(NAME) || SourceVersion.isKeyword(name)) {
      throw ToolException.usage(
          "--name has 2 to 21 small letters and digits, a letter first, and is no word of Java, got"
              + " \""
              + name
              + "\"");
    }
    return name;
  }

  private static void make(Path template, String name, Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw ToolException.failure(folder + " is not empty; name another --dir");
        }
      }
    }
    String repository = partner().toUri().toString();
    String features = partner().resolveSibling("repository").toString();
    String version = version();
    try (Stream<Path> files = Files.walk(template)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path made = folder.resolve(named(template.relativize(file).toString(), name));
        Files.createDirectories(made.getParent());
        Files.writeString(
            made,
            named(Files.readString(file), name)
                .replace("MARQUETRY_REPOSITORY", repository)
                .replace("MARQUETRY_FEATURES", features)
                .replace("MARQUETRY_VERSION", version));
      }
    }
  }

  private static String named(String text, String name) {
    return text.replace(TEMPLATE, name).replace(capital(TEMPLATE), capital(name));
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /// The version of the API that stands in the folder for partners.
  static String version() throws IOException {
    try (Stream<Path> versions = Files.list(partner().resolve("org/marquetry/partner"))) {
      return versions.map(f -> f.getFileName().toString()).findFirst().orElseThrow();
    }
  }
}
