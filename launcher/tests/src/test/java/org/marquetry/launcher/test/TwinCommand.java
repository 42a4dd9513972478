package org.marquetry.launcher.test;

import java.util.List;
import org.marquetry.platform.api.command.Command;
import org.marquetry.platform.api.command.Console;

/// A second command whose bundle changes together with that of [EchoCommand].
public final class TwinCommand implements Command {
  @Override
  public String name() {
    return "twin";
  }

  @Override
  public String summary() {
    return "twin";
  }

  @Override
  public int run(List<String> arguments, Console console) {
    return 0;
  }
}
