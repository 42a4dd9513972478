package org.marquetry.autopilot.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  private static final Path HERE = Path.of("/here");

  @Test
  void pathsBeginWhereTheCallerStands() {
    Options o =
        Arguments.parse(List.of("--data", "shop", "--out", "../report", "--margin", "0.25"), HERE);
    assertEquals(Path.of("/here/shop"), o.data());
    assertEquals(Path.of("/report"), o.out());
    assertEquals(0.25, o.margin());
    assertEquals(Options.DEFAULT_HOLDOUT, o.holdout());
  }

  @ParameterizedTest
  @CsvSource({
    "--margin,1.5,--margin must be a number from 0.001 to 0.999",
    "--holdout,x,--holdout must be a number from",
    "--currency,dollar,--currency must be an ISO 4217 code",
    "--zone,Mars/North,--zone must be a time zone",
    "--language,fr,--language must be zh or en",
    "--colour,red,unknown argument '--colour'",
  })
  void wrongValueIsNamed(String name, String value, String message) {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Arguments.parse(List.of("--data", "a", "--out", "b", name, value), HERE));
    assertTrue(e.getMessage().startsWith(message), e.getMessage());
  }

  @Test
  void missingFolderShowsTheUsage() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Arguments.parse(List.of("--data", "a"), HERE));
    assertTrue(e.getMessage().contains("--out DIR is missing"), e.getMessage());
  }
}
