package org.marquetry.lib.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Read back by Jakarta Mail.
class BodyTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "word",
          " ",
          "  ",
          "\t",
          "=",
          ".",
          "\r\n",
          "\r\n.\r\n",
          " \r\n",
          "é",
          "茶",
          "😀",
          "\r",
          "\n",
          "\u0007");

  private static String read(Body body) throws Exception {
    return new String(
        MimeUtility.decode(new ByteArrayInputStream(body.bytes()), body.encoding()).readAllBytes(),
        StandardCharsets.UTF_8);
  }

  @Test
  void anyTextIsReadAsItWasWritten() throws Exception {
    long seed = Long.getLong("tests.seed", 20261130);
    SplittableRandom random = new SplittableRandom(seed);
    for (int n = 0; n < 2_000; n++) {
      StringBuilder text = new StringBuilder();
      int few = 1 + random.nextInt(PIECES.size()); // so that each encoding comes
      for (int i = random.nextInt(200); i > 0; i--) {
        text.append(PIECES.get(random.nextInt(few)));
      }
      Body body = Body.of(text.toString());
      assertEquals(text.toString(), read(body), "seed " + seed + ", text " + n);
      String ascii = new String(body.bytes(), StandardCharsets.ISO_8859_1);
      assertTrue(ascii.chars().allMatch(c -> c < 127), "seed " + seed);
      if (!body.encoding().equals("7bit")) {
        assertTrue(ascii.lines().allMatch(l -> l.length() <= 76), "seed " + seed);
        assertTrue(ascii.lines().noneMatch(l -> l.endsWith(" ")), "seed " + seed);
      }
    }
  }

  @Test
  void theEncodingFitsTheText() {
    assertEquals("7bit", Body.of("Hello\r\n").encoding());
    assertEquals("quoted-printable", Body.of("x".repeat(999)).encoding());
    assertEquals("quoted-printable", Body.of("Café").encoding());
    assertEquals("base64", Body.of("您好").encoding());
  }
}
