package org.marquetry.recommend.core;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.spi.Provenance;

/// What a snapshot says of its model before the model itself.
///
/// @param strengths of one event, by type
/// @param verdict of the gate
record SnapshotHead(ModelCard card, Map<String, Double> strengths, Gate.Verdict verdict) {
  private static final int MAGIC = 0x4d51524d;
  private static final int FORMAT = 1;

  void write(DataOutput to) throws IOException {
    to.writeInt(MAGIC);
    to.writeInt(FORMAT);
    to.writeInt(card.customers());
    to.writeInt(card.products());
    to.writeLong(card.interactions());
    write(card.provenance(), to);
    write(strengths, to);
    to.writeBoolean(verdict.passed());
    write(verdict.check(), to);
    write(verdict.former(), to);
  }

  /// @throws IOException if it is no snapshot, or one of another version
  static SnapshotHead read(DataInput from) throws IOException {
    if (from.readInt() != MAGIC) {
      throw new IOException("this is no snapshot of a model");
    }
    int format = from.readInt();
    if (format != FORMAT) {
      throw new IOException("the snapshot has format " + format + ", known is " + FORMAT);
    }
    int customers = from.readInt();
    int products = from.readInt();
    long interactions = from.readLong();
    ModelCard card = new ModelCard(customers, products, interactions, provenance(from));
    Map<String, Double> strengths = numbers(from);
    return new SnapshotHead(
        card,
        Map.copyOf(strengths),
        new Gate.Verdict(from.readBoolean(), optional(from), optional(from)));
  }

  private static void write(Provenance p, DataOutput to) throws IOException {
    to.writeUTF(p.algorithm());
    to.writeUTF(p.engine());
    to.writeUTF(p.version());
    to.writeUTF(p.dataHash());
    to.writeUTF(p.modelHash());
    write(p.options(), to);
    to.writeLong(p.seed());
    to.writeLong(p.trainedAt().toEpochMilli());
    to.writeUTF(p.jvm());
    to.writeDouble(p.seconds());
    to.writeDouble(p.secondsPerEpoch());
  }

  private static Provenance provenance(DataInput from) throws IOException {
    String algorithm = from.readUTF();
    String engine = from.readUTF();
    String version = from.readUTF();
    String dataHash = from.readUTF();
    String modelHash = from.readUTF();
    Map<String, Double> options = numbers(from);
    long seed = from.readLong();
    Instant trainedAt = Instant.ofEpochMilli(from.readLong());
    return new Provenance(
        algorithm,
        engine,
        version,
        dataHash,
        modelHash,
        options,
        seed,
        trainedAt,
        from.readUTF(),
        from.readDouble(),
        from.readDouble());
  }

  private static void write(Map<String, Double> numbers, DataOutput to) throws IOException {
    to.writeInt(numbers.size());
    for (Map.Entry<String, Double> number : numbers.entrySet()) {
      to.writeUTF(number.getKey());
      to.writeDouble(number.getValue());
    }
  }

  private static Map<String, Double> numbers(DataInput from) throws IOException {
    int size = from.readInt();
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (int k = 0; k < size; k++) {
      numbers.put(from.readUTF(), from.readDouble());
    }
    return numbers;
  }

  private static void write(OptionalDouble number, DataOutput to) throws IOException {
    to.writeDouble(number.orElse(Double.NaN));
  }

  private static OptionalDouble optional(DataInput from) throws IOException {
    double number = from.readDouble();
    return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
  }
}
