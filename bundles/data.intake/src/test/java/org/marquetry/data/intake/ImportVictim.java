package org.marquetry.data.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.ImportStatus;

/// Imports one file after the other until it is killed; says what is acknowledged.
final class ImportVictim {
  static final int ROWS = 20_000;

  private ImportVictim() {}

  /// @param arguments the home, and the number of the first file
  public static void main(String[] arguments) throws IOException {
    int next = Integer.parseInt(arguments[1]);
    try (ImportSuite suite = new ImportSuite(Path.of(arguments[0]))) {
      System.out.println("open");
      while (true) {
        ImportStatus status =
            suite.load("file" + next + ".csv", file(next), ImportMapping.guessAll());
        if (status.state() != ImportState.LOADED) {
          throw new IllegalStateException(status.toString());
        }
        System.out.println("loaded " + next);
        next++;
      }
    }
  }

  /// Orders of one file, each of its own; every second file says its customers' towns too.
  static byte[] file(int number) {
    StringBuilder text =
        new StringBuilder("order_id,line,customer_id,product_id,quantity,amount,date,city\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(
          "f%d-%d,1,c%d,p%d,1,%d.00,2026-03-%02d,town%d%n"
              .formatted(number, i, i % 3_000, i % 50, 1 + i % 9, 1 + i % 28, number));
    }
    return text.toString().getBytes(UTF_8);
  }
}
