package org.marquetry.data.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLookTest {
  private static final TextFormat COMMA =
      new TextFormat(TextFormat.Shape.DELIMITED, StandardCharsets.UTF_8, ",", '"', true, 3, false);
  private static final Pattern EDGES =
      Pattern.compile(
          "(^|[,\"\n\r]) | ($|[,\"\n\r])|[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]");
  private static final Pattern EMPTY = Pattern.compile("(^|\n)\r?\n|\r(?!\n)");
  private static final Pattern CONTROLS =
      Pattern.compile("[\\x00-\\x09\\x0B\\x0C\\x0E-\\x1F\\x7F]|\r(?!\n)");
  private static final String[] ODD = {
    " ",
    ", ",
    " ,",
    "\n",
    "\n\n",
    "\r\n",
    "\r\n\r\n",
    "\r",
    "\"",
    "\"\n\"",
    "\" x\"",
    "\u0007",
    "\t",
    "\u007F",
    "\u00FC",
    "\u8BF7",
    "\u00A0",
    "\u3000",
    "\u2009",
    "\u201C",
    "\u3002",
    ",-,",
    ",-1,",
    ",NA,",
    ",NAs,",
    "\nnull,",
    ",(none)\n",
    ",#N/A,",
    ",\\N,",
    ",none,",
    "\"-\""
  };

  @TempDir Path folder;

  private FileLook at(String text) throws IOException {
    return FileLook.at(Files.writeString(folder.resolve("x.csv"), text), COMMA);
  }

  private static FileLook slowly(String text) {
    boolean inside = false;
    boolean ends = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      inside ^= c == '"';
      ends |= inside && c == '\n';
    }
    return new FileLook(
        EMPTY.matcher(text).find(),
        EDGES.matcher(text).find(),
        ends || CONTROLS.matcher(text).find(),
        Stream.of(text.split("[,\"\n\r]", -1)).anyMatch(CsvRows.NOTHING::contains));
  }

  @Test
  void whatIsNowhereIsNotSeen() throws IOException {
    FileLook nothing = new FileLook(false, false, false, false);
    assertEquals(nothing, at("a,b,c\n1,two words,\u8BF7\u5FEB\u9012\u3002\r\n\"2\",\"x\"\"y\",3"));
    assertEquals(nothing, at(""));
    assertEquals(new FileLook(false, true, false, false), at("a,b,c\n1,2, 3\n"));
    assertEquals(new FileLook(true, false, false, false), at("a,b,c\r\n\r\n1,2,3\r\n"));
    assertEquals(new FileLook(false, false, true, false), at("a,b,c\n1,\"2\n3\",4\n"));
    assertEquals(new FileLook(false, false, false, true), at("a,b,c\n1,2,NULL"));
    TextFormat odd =
        new TextFormat(
            TextFormat.Shape.DELIMITED, StandardCharsets.UTF_8, "\u00A7", '"', true, 3, false);
    assertEquals(
        FileLook.UNKNOWN,
        FileLook.at(Files.writeString(folder.resolve("y.csv"), "a\u00A7b\u00A7c\n"), odd));
  }

  /// Wherever it stands: at the ends, and where one part read follows the other.
  @Test
  void oneOddThingIsSeenAnywhere() throws IOException {
    long seed = Long.getLong("tests.seed", System.nanoTime());
    SplittableRandom random = new SplittableRandom(seed);
    int part = 1 << 18;
    for (int round = 0; round < 150; round++) {
      String odd = ODD[random.nextInt(ODD.length)];
      int length = round % 3 == 0 ? part + 40 : 80;
      int near = round % 3 == 0 ? part - 20 + random.nextInt(40) : random.nextInt(80);
      StringBuilder text = new StringBuilder("abc,defgh\n".repeat(length / 10));
      text.replace(Math.min(near, text.length()), Math.min(near + 1, text.length()), odd);
      assertEquals(
          slowly(text.toString()), at(text.toString()), "seed " + seed + ", round " + round);
    }
  }
}
