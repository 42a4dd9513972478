package org.marquetry.lab.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.Table;

class TableReaderTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static TableReader reader(String... words) {
    return TableReader.from(Arguments.parse(List.of(words), Arguments.COMMON));
  }

  @Test
  void tabsWithoutHeaderTakeTheGivenNames() throws IOException {
    Path file = file("u.data", "196\t242\t3\t881250949\r\n186\t302\t3\t891717742\r\n");
    Table table = reader("--columns", "user,item,weight,time").read(file);
    assertEquals(List.of("user", "item", "weight", "time"), table.names());
    assertEquals(2, table.rows());
    assertEquals("302", table.column("item").text(1));
    assertEquals(881250949, table.column("time").number(0));
  }

  @Test
  void blanksAreASeparatorAndColumnsCanBeSkipped() throws IOException {
    Path file =
        file("sample.txt", " 00004 0001 19970101  2  29.33\n 00004 0001 19970118  2  29.73\n");
    Table table = reader("--columns", "customer,-,date,-,amount").read(file);
    assertEquals(List.of("customer", "date", "amount"), table.names());
    assertEquals(29.73, table.column("amount").number(1));
  }

  @Test
  void aHeaderIsGuessedAndQuotesAreRead() throws IOException {
    Path file = file("posts.csv", "\uFEFFlabel,text\n1,\"good, \"\"very\"\"\nlong\"\n0,bad\n");
    Table table = reader().read(file);
    assertEquals(List.of("label", "text"), table.names());
    assertEquals("good, \"very\"\nlong", table.column("text").text(0));
    assertEquals(2, reader("--columns", "y,words").read(file).rows(), "renamed");
    assertEquals(3, reader("--header", "no").read(file).rows(), "overruled");
  }

  @Test
  void gzipAndAdjacencyAreRead() throws IOException {
    Path file = folder.resolve("train.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("0 5 7\n1 5\n2\n".getBytes(StandardCharsets.UTF_8));
    }
    Table table = reader("--format", "adjacency").read(file);
    assertEquals(3, table.rows());
    assertEquals("7", table.column("item").text(1));
  }

  @Test
  void badFilesAreNamedWithWhatToDo() throws IOException {
    assertTold("does not exist", folder.resolve("none.csv"));
    assertTold("is a folder", folder);
    assertTold("holds no rows", file("empty.csv", "\n\n"));
    assertTold("not a text file", file("binary.csv", "PK\0\1"));
    assertTold("line 3: 3 columns, expected 2", file("ragged.csv", "a,b\n1,2\n1,2,3\n"));
    assertTold("has no end", file("quote.csv", "a,b\n1,\"2\n"));
    Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'a', ',', (byte) 0xe9, '\n'});
    assertTold("not UTF-8", latin);
    assertTold("more than 1000000 characters", file("wide.csv", "a,b\n1," + "x".repeat(1_000_001)));
    Path broken = Files.write(folder.resolve("x.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});
    assertTold("damaged gzip", broken);
  }

  private static void assertTold(String part, Path file) {
    var e = assertThrows(LabInputException.class, () -> reader().read(file));
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }
}
