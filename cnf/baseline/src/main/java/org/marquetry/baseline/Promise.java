package org.marquetry.baseline;

import aQute.bnd.osgi.Jar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What was promised with the last release: a text file for each API bundle.
public final class Promise {
  private final Path released;
  private final Map<String, ApiNode> now;

  private Promise(Path released, Map<String, ApiNode> now) {
    this.released = released;
    this.now = now;
  }

  /// Record the API as built as a release.
  ///
  /// @param args the folder of texts, the folder for partners, and `again` where the last recorded
  ///   release has never been given to anybody
  public static void main(String[] args) throws Exception {
    Promise promise = of(Path.of(args[0]), Path.of(args[1]));
    List<String> broken = promise.broken();
    if (!broken.isEmpty() && !(args.length > 2 && args[2].equals("again"))) {
      System.err.println(String.join("\n", broken));
      System.exit(1);
    }
    System.out.println(promise.record() + " API bundles recorded in " + args[0]);
  }

  /// @param released the folder of texts
  /// @param partner the folder that the build makes for partners
  static Promise of(Path released, Path partner) throws Exception {
    Map<String, ApiNode> now = new TreeMap<>();
    try (Stream<Path> files = Files.walk(partner)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.api-[0-9.]+\\.jar")).toList()) {
        try (Jar jar = new Jar(file.toFile())) {
          now.put(jar.getBsn().replace("org.marquetry.", ""), ApiReader.read(jar));
        }
      }
    }
    if (now.isEmpty()) throw new IOException("no API jar in " + partner + "; build first");
    return new Promise(released, now);
  }

  /// What the API as built breaks; empty when it keeps the promise.
  List<String> broken() throws Exception {
    List<String> broken = new ArrayList<>();
    for (Map.Entry<String, ApiNode> old : texts().entrySet()) {
      ApiNode bundle = now.get(old.getKey());
      if (bundle == null) {
        broken.add("API bundle " + old.getKey() + " is gone");
        continue;
      }
      for (Breach breach : Comparison.breaches(old.getValue(), bundle))
        broken.add(breach.toString());
    }
    return broken;
  }

  /// Bundles that no release has, and therefore no promise.
  List<String> unrecorded() throws IOException {
    List<String> names = new ArrayList<>(now.keySet());
    names.removeAll(texts().keySet());
    return names;
  }

  private Map<String, ApiNode> texts() throws IOException {
    Map<String, ApiNode> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(released)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
        String name = file.getFileName().toString();
        try {
          texts.put(
              name.substring(0, name.length() - ".txt".length()),
              ApiText.read(Files.readString(file)));
        } catch (IllegalArgumentException e) {
          throw new IOException(file + ", " + e.getMessage(), e);
        }
      }
    }
    return texts;
  }

  private int record() throws IOException {
    for (String old : texts().keySet()) {
      if (!now.containsKey(old)) Files.delete(released.resolve(old + ".txt"));
    }
    for (Map.Entry<String, ApiNode> bundle : now.entrySet()) {
      Files.writeString(
          released.resolve(bundle.getKey() + ".txt"), ApiText.write(bundle.getValue()));
    }
    return now.size();
  }
}
