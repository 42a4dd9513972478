package org.marquetry.bench.extension;

import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.marquetry.bench.Folders;
import org.marquetry.lib.json.Json;

/// Seconds from saving a source of an extension to seeing it on the page that stays open, with what
/// was typed still there.
public final class DevLoopBench {
  private static final String TYPED = "half a sentence";
  private static final String HEADING = "title.setText(getTranslation(\"hello.title\")";

  private DevLoopBench() {}

  /// @param args the launcher's jar, the repository of features, perhaps `--quick`
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 2 && args[2].equals("--quick") ? 3 : 10;
    Path folder = Folders.make("dev-loop").toAbsolutePath();
    try (Desk desk = new Desk(Path.of(args[0]), Path.of(args[1]), folder)) {
      desk.extension("hello");
      Desk.Running dev =
          desk.launcher("dev", "--extension", "hello", "--home", desk.home().toString());
      try {
        System.out.println(Json.write(measured(desk, dev, folder, rounds)));
      } finally {
        dev.process().destroy();
      }
    } finally {
      Folders.delete(folder);
    }
  }

  private static Map<String, Object> measured(Desk desk, Desk.Running dev, Path folder, int rounds)
      throws Exception {
    while (!dev.said().contains("runs: built in")) TimeUnit.MILLISECONDS.sleep(100);
    Locator typed = desk.page().locator("#hello-words textarea");
    typed.fill(TYPED);
    desk.page().locator("hello-counter[typed='" + TYPED.length() + "']").waitFor();
    Path source = folder.resolve("hello/src/main/java/com/example/hello/HelloView.java");
    String before = Files.readString(source);
    List<Double> seconds = new ArrayList<>();
    boolean kept = true;
    for (int i = 1; i <= rounds; i++) {
      long began = System.nanoTime();
      Files.writeString(source, before.replace(HEADING, HEADING + " + \" " + i + "\""));
      desk.page()
          .locator("h1")
          .filter(new Locator.FilterOptions().setHasText("Hello " + i))
          .waitFor();
      seconds.add(Desk.seconds(began, System.nanoTime()));
      kept &= typed.inputValue().equals(TYPED);
    }
    List<Double> sorted = seconds.stream().sorted().toList();
    double median = (sorted.get((rounds - 1) / 2) + sorted.get(rounds / 2)) / 2;
    List<String> complaints =
        Stream.of(dev.said().split("\n", -1)).filter(l -> l.contains("goes on")).toList();
    return Map.of(
        "benchmark", "dev-loop",
        "rounds", rounds,
        "median", median,
        "worst", sorted.getLast(),
        "seconds", seconds,
        "typedTextKept", kept,
        "refused", complaints.size());
  }
}
