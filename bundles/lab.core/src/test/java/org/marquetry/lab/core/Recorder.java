package org.marquetry.lab.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.marquetry.platform.api.command.Console;
import org.marquetry.platform.api.progress.Progress;

/// A console that remembers.
final class Recorder implements Console {
  final List<String> printed = new ArrayList<>();
  final List<String> errors = new ArrayList<>();
  private final Path folder;

  Recorder(Path folder) {
    this.folder = folder;
  }

  @Override
  public void print(String text) {
    printed.add(text);
  }

  @Override
  public void error(String text) {
    errors.add(text);
  }

  @Override
  public Progress progress() {
    return Progress.NONE;
  }

  @Override
  public Path workingFolder() {
    return folder;
  }
}
