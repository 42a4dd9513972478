package org.marquetry.platform.command;

import java.io.PrintStream;
import java.nio.file.Path;
import org.marquetry.platform.api.command.Console;
import org.marquetry.platform.api.progress.Progress;

/// The console of one call: results to standard output, messages to standard error, the progress
/// line kept out of both.
record TerminalConsole(PrintStream out, PrintStream err, TerminalProgress line) implements Console {
  @Override
  public void print(String text) {
    line.clear();
    out.println(text);
    out.flush();
  }

  @Override
  public void error(String text) {
    line.clear();
    err.println(text);
  }

  @Override
  public Progress progress() {
    return line;
  }

  @Override
  public Path workingFolder() {
    return Path.of("").toAbsolutePath();
  }
}
