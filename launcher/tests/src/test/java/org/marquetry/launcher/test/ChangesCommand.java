package org.marquetry.launcher.test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.marquetry.feature.api.ChangeSet;
import org.marquetry.feature.api.Features;
import org.marquetry.feature.api.Wish;
import org.marquetry.platform.api.command.Command;
import org.marquetry.platform.api.command.Console;

/// Changes the features `echo` and `twin` together, on and on: up to the next version, and back to
/// the state before; says each state that counts. With `tell` it says which versions run.
///
/// Arguments: folders of feature files, each with both features of one version.
public final class ChangesCommand implements Command {
  private final Features features;

  /// Take the gate.
  public ChangesCommand(Features features) {
    this.features = features;
  }

  @Override
  public String name() {
    return "changes";
  }

  @Override
  public String summary() {
    return "change two features together";
  }

  @Override
  public int run(List<String> arguments, Console console) {
    if (arguments.equals(List.of("tell"))) {
      features.installed().stream()
          .filter(f -> List.of("echo", "twin").contains(f.name()))
          .forEach(f -> console.print(f.name() + " " + f.version() + " " + f.bundles()));
      return 0;
    }
    long before = 0;
    for (int i = 0; ; i++) {
      Path folder = Path.of(arguments.get(i % arguments.size())).resolve("features");
      List<Wish> wishes = new ArrayList<>();
      for (String name : List.of("echo", "twin")) {
        wishes.add(new Wish(Wish.Kind.INSTALL, folder.resolve(name + ".json").toString()));
      }
      long number = committed(wishes, console);
      if (before > 0 && i % 2 == 1) {
        number = committed(List.of(new Wish(Wish.Kind.RESTORE, "" + before)), console);
      }
      before = number;
    }
  }

  private long committed(List<Wish> wishes, Console console) {
    long number =
        features.apply(new ChangeSet(wishes, "", Duration.ZERO)).committed().orElseThrow();
    console.print("committed " + number);
    return number;
  }
}
