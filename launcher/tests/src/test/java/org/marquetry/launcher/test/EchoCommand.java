package org.marquetry.launcher.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.marquetry.platform.api.command.Command;
import org.marquetry.platform.api.command.Console;
import org.marquetry.shop.api.Words;
import org.osgi.framework.FrameworkUtil;

/// A command as a bundle brings it: prints its arguments, or waits until it is cancelled.
public final class EchoCommand implements Command {
  private Map<String, Object> configuration = Map.of();

  /// Take the configuration.
  public void activate(Map<String, Object> given) {
    configuration = given;
  }

  @Override
  public String name() {
    return "echo";
  }

  @Override
  public String summary() {
    return "echo of bundle " + FrameworkUtil.getBundle(EchoCommand.class).getVersion();
  }

  @Override
  public int run(List<String> arguments, Console console) {
    System.out.println("stray output of a library");
    if (arguments.contains("wait")) {
      console.progress().step(new Words("等待", "waiting"));
      while (!console.progress().cancelled()) LockSupport.parkNanos(10_000_000);
      console.error("cancelled");
      return 1;
    }
    console.print(String.join("+", arguments));
    console.print(System.getProperty("java.io.tmpdir"));
    console.print(summary());
    console.print(
        "loudness " + configuration.get("loudness") + ", voice " + configuration.get("voice"));
    return arguments.size();
  }
}
