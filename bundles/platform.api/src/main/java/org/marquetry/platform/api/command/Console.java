package org.marquetry.platform.api.command;

import java.nio.file.Path;
import org.marquetry.platform.api.progress.Progress;
import org.osgi.annotation.versioning.ProviderType;

/// Where a command speaks to the person or script that called it.
@ProviderType
public interface Console {
  /// Print a result to standard output, with a line end.
  void print(String text);

  /// Print a message to standard error, with a line end.
  void error(String text);

  /// Progress of this command: a line that is rewritten on a terminal, a line a step elsewhere.
  Progress progress();

  /// The folder in which relative paths of the arguments are resolved.
  Path workingFolder();
}
