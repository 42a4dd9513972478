package org.marquetry.bench.extension;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.bench.Folders;
import org.marquetry.lib.json.Json;

/// Seconds from `new-extension` to seeing its page in the running suite.
public final class NewExtensionBench {
  private NewExtensionBench() {}

  /// @param args the launcher's jar, the repository of features
  public static void main(String[] args) throws Exception {
    Path folder = Folders.make("new-extension").toAbsolutePath();
    try (Desk desk = new Desk(Path.of(args[0]), Path.of(args[1]), folder)) {
      Map<String, Object> result = new TreeMap<>(desk.extension("hello"));
      result.put("benchmark", "new-extension");
      System.out.println(Json.write(result));
    } finally {
      Folders.delete(folder);
    }
  }
}
