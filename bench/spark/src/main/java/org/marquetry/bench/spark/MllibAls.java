package org.marquetry.bench.spark;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Spark MLlib's implicit ALS as the peer of a benchmark. Arguments: FILE FACTORS ALPHA LAMBDA. The
 * file holds users, items, entries (int), then the user, the item (int) and the weight (float) of
 * each entry, little endian. For each line {@code fit ITERATIONS} on standard input it answers
 * {@code fitted ITERATIONS CPU_SECONDS WALL_SECONDS}, for {@code save PREFIX} it writes the factors
 * of the last fit to PREFIX.users and PREFIX.items.
 */
public final class MllibAls {
  private static final int BLOCKS = 4;

  private MllibAls() {}

  public static void main(String[] arguments) throws IOException {
    SparkSession session =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", String.valueOf(BLOCKS))
            .getOrCreate();
    session.sparkContext().setLogLevel("ERROR");
    ByteBuffer file =
        ByteBuffer.wrap(Files.readAllBytes(Path.of(arguments[0]))).order(ByteOrder.LITTLE_ENDIAN);
    int[] sides = {file.getInt(0), file.getInt(4)};
    Dataset<Row> data = read(session, file).cache();
    say("ready " + data.count());
    ALS als =
        new ALS()
            .setRank(Integer.parseInt(arguments[1]))
            .setImplicitPrefs(true)
            .setAlpha(Double.parseDouble(arguments[2]))
            .setRegParam(Double.parseDouble(arguments[3]))
            .setNumBlocks(BLOCKS)
            .setSeed(1)
            .setCheckpointInterval(-1);
    ALSModel model = null;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      if (words[0].equals("fit")) {
        double cpu = cpuSeconds();
        long start = System.nanoTime();
        model = als.setMaxIter(Integer.parseInt(words[1])).fit(data);
        model.itemFactors().count();
        double wall = (System.nanoTime() - start) / 1e9;
        say("fitted " + words[1] + " " + (cpuSeconds() - cpu) + " " + wall);
      } else if (words[0].equals("save") && model != null) {
        write(model.userFactors(), sides[0], als.getRank(), Path.of(words[1] + ".users"));
        write(model.itemFactors(), sides[1], als.getRank(), Path.of(words[1] + ".items"));
        say("saved");
      } else {
        say("unknown " + line);
      }
    }
    session.stop();
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private static Dataset<Row> read(SparkSession session, ByteBuffer file) {
    int entries = file.getInt(8);
    List<Row> rows = new ArrayList<>(entries);
    for (int k = 0; k < entries; k++) {
      rows.add(
          RowFactory.create(
              file.getInt(12 + 4 * k),
              file.getInt(12 + 4 * entries + 4 * k),
              file.getFloat(12 + 8 * entries + 4 * k)));
    }
    StructType type =
        new StructType().add("user", "int").add("item", "int").add("rating", "float");
    JavaRDD<Row> spread =
        JavaSparkContext.fromSparkContext(session.sparkContext()).parallelize(rows, BLOCKS);
    return session.createDataFrame(spread, type);
  }

  private static double cpuSeconds() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static void write(Dataset<Row> factors, int rows, int length, Path to)
      throws IOException {
    ByteBuffer out =
        ByteBuffer.allocate(rows * length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Row row : factors.collectAsList()) {
      List<Float> vector = row.getList(1);
      for (int k = 0; k < length; k++) {
        out.putFloat((row.getInt(0) * length + k) * Float.BYTES, vector.get(k));
      }
    }
    Files.write(to, out.array());
  }
}
