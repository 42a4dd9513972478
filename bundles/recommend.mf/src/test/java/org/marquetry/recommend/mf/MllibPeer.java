package org.marquetry.recommend.mf;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.marquetry.recommend.spi.Interactions;

/// Spark MLlib in a process of its own, on the same data: `bench/spark`.
final class MllibPeer implements AutoCloseable {
  /// Its penalty is multiplied by a row's entries; with this its lists are as good as it gets here.
  private static final double PENALTY = 0.17;

  /// What Spark reaches into on Java 17, as its own scripts have it.
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private final Path folder;
  private final int factors;
  private final Process process;
  private final BufferedReader in;
  private final BufferedWriter out;

  /// @param words folder for its files, Java 17, class path
  MllibPeer(List<String> words, Interactions data, int factors, double alpha) throws IOException {
    this.folder = Path.of(words.get(0));
    this.factors = factors;
    Path file = folder.resolve("train");
    write(data, file);
    List<String> command = new ArrayList<>(List.of(words.get(1), "-Xmx8g"));
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-cp", words.get(2)));
    command.addAll(
        List.of(
            "org.marquetry.bench.spark.MllibAls",
            file.toString(),
            String.valueOf(factors),
            String.valueOf(alpha),
            String.valueOf(PENALTY)));
    process =
        new ProcessBuilder(command).redirectError(folder.resolve("spark.log").toFile()).start();
    in = process.inputReader(StandardCharsets.UTF_8);
    out = process.outputWriter(StandardCharsets.UTF_8);
    answer("ready");
  }

  private static void write(Interactions data, Path file) throws IOException {
    int entries = Math.toIntExact(data.entries());
    ByteBuffer all = ByteBuffer.allocate(12 + 12 * entries).order(ByteOrder.LITTLE_ENDIAN);
    all.putInt(data.users()).putInt(data.items()).putInt(entries);
    for (int u = 0; u < data.users(); u++) {
      for (long k = data.start(u); k < data.start(u + 1); k++) {
        all.putInt(u);
      }
    }
    for (int k = 0; k < entries; k++) {
      all.putInt(data.item(k));
    }
    for (int k = 0; k < entries; k++) {
      all.putFloat(data.weight(k));
    }
    Files.write(file, all.array());
  }

  /// Wait for a line that begins with a word; Spark prints others too.
  private String answer(String word) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith(word)) {
        return line;
      }
    }
    throw new IOException("MLlib ended: see " + folder.resolve("spark.log"));
  }

  private String ask(String command, String word) throws IOException {
    out.write(command + "\n");
    out.flush();
    return answer(word);
  }

  /// Processor seconds of a whole fit.
  double cpuSeconds(int iterations) throws IOException {
    String[] words = ask("fit " + iterations, "fitted").split(" ", -1);
    return Double.parseDouble(words[2]);
  }

  /// Users' and items' factors of the last fit.
  FactorStore[] factors(int users, int items) throws IOException {
    Path prefix = folder.resolve("factors");
    ask("save " + prefix, "saved");
    return new FactorStore[] {read(prefix + ".users", users), read(prefix + ".items", items)};
  }

  private FactorStore read(String file, int rows) throws IOException {
    ByteBuffer all =
        ByteBuffer.wrap(Files.readAllBytes(Path.of(file))).order(ByteOrder.LITTLE_ENDIAN);
    FactorStore store = new FactorStore(rows, factors);
    float[] row = new float[store.stride()];
    for (int r = 0; r < rows; r++) {
      for (int k = 0; k < factors; k++) {
        row[k] = all.getFloat();
      }
      store.set(r, row);
    }
    return store;
  }

  @Override
  public void close() throws IOException {
    out.close(); // it ends with its input
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
