package org.marquetry.platform.api.command;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.Whiteboard;
import org.osgi.annotation.versioning.ConsumerType;

/// Serve one command of `launcher/marquetry` from inside the suite.
@ConsumerType
@Whiteboard
@Requires("command.run")
public interface Command {
  /// Exit code of a command that did its job.
  int OK = 0;

  /// Exit code of a command whose input or arguments are bad: nothing was changed.
  int BAD_INPUT = 2;

  /// The word after `launcher/marquetry`, for example `autopilot`.
  String name();

  /// One line for the list of commands.
  String summary();

  /// Run to the end.
  ///
  /// @param arguments the words after the command's name
  /// @param console where results and messages go
  /// @return the exit code of the process: [#OK], [#BAD_INPUT], or 1 for a failure
  int run(List<String> arguments, Console console);
}
