package org.marquetry.launcher.test;

import java.util.List;
import org.marquetry.platform.api.command.Command;
import org.marquetry.platform.api.command.Console;

/// A broken release of [EchoCommand]: it cannot be activated.
public final class BrokenCommand implements Command {
  /// Fail.
  public BrokenCommand() {
    throw new IllegalStateException("this release is broken");
  }

  @Override
  public String name() {
    return "echo";
  }

  @Override
  public String summary() {
    return "broken";
  }

  @Override
  public int run(List<String> arguments, Console console) {
    return 1;
  }
}
