package org.marquetry.launcher.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A repository of the platform and features of one command each.
record TestRepository(Path folder) {
  /// Make one with the platform as it was built and the feature `echo` 0.1.0.
  static TestRepository withEcho(Path scratch) throws IOException {
    TestRepository repository = empty(scratch.resolve("repository"));
    for (String part : new String[] {"bundles", "features"}) {
      try (Stream<Path> files = Files.list(Launched.REPOSITORY.resolve(part))) {
        for (Path file : files.toList())
          Files.copy(file, repository.folder.resolve(part).resolve(file.getFileName()));
      }
    }
    Files.writeString(
        repository.folder.resolve("configuration.json"),
        """
        {"org.marquetry.echo": {"keys": {"loudness": {"type": "Integer", "min": "1", "max": "11"}, "voice": {"type": "String"}}}}
        """);
    repository.add(new CommandBundle("echo", "0.1.0", EchoCommand.class, List.of()), "echo");
    return repository;
  }

  /// Make one without anything; it has no index, so checksums are those of the files.
  static TestRepository empty(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("bundles"));
    Files.createDirectories(folder.resolve("features"));
    return new TestRepository(folder);
  }

  /// Add a feature of one bundle and return its file.
  Path add(CommandBundle bundle, String command, String... needed) throws IOException {
    String id = "org.marquetry:" + bundle.name() + ":" + bundle.version();
    Files.write(
        folder.resolve("bundles/org.marquetry." + bundle.name() + "-" + bundle.version() + ".jar"),
        bundle.jar());
    var needs = new StringBuilder("{\"id\": \"org.marquetry:platform:0.1.0\"}");
    for (String feature : needed)
      needs.append(", {\"id\": \"org.marquetry:").append(feature).append(":0.1.0\"}");
    return Files.writeString(
        folder.resolve("features/" + bundle.name() + "-" + bundle.version() + ".json"),
        """
        {"feature-resource-version": "1.0", "id": "%s", "bundles": [{"id": "%s"}],
         "extensions": {
           "marquetry.requires": {"type": "artifacts", "artifacts": [%s]},
           "marquetry.commands": {"type": "json", "json": {"%s": {"summary": "a test"}}}}}
        """
            .formatted(id, id, needs, command));
  }
}
