package org.marquetry.kit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/// One command for partners.
abstract class Tool implements ToolProvider {
  private final String name;
  private final String usage;

  /// @param usage the whole help
  Tool(String name, String usage) {
    this.name = name;
    this.usage = usage;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int run(PrintWriter out, PrintWriter err, String... args) {
    List<String> words = List.of(args);
    try {
      if (words.contains("--help") || words.contains("-h")) {
        out.print(usage);
        return 0;
      }
      return run(words, out);
    } catch (ToolException e) {
      err.println("marquetry: " + e.getMessage());
      return e.exitCode();
    } catch (IOException e) {
      err.println("marquetry: " + e);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      out.flush();
      err.flush();
    }
  }

  /// Run it and return the exit code.
  abstract int run(List<String> words, PrintWriter out) throws IOException, InterruptedException;

  /// The folder that the build makes for partners, beside the repository that the launcher names.
  static Path partner() {
    String repository = System.getProperty("marquetry.repository");
    if (repository == null) {
      throw ToolException.failure("start this with launcher/marquetry");
    }
    return Path.of(repository).resolveSibling("partner").toAbsolutePath().normalize();
  }
}
