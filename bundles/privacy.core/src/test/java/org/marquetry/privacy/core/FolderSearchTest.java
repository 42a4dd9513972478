package org.marquetry.privacy.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;

class FolderSearchTest {
  private static final PersonIds PERSON =
      PersonIds.of(Kind.CUSTOMER, "17").and(Kind.EMAIL, Set.of("anna@example.org"));

  @TempDir Path home;

  private List<String> find() throws IOException {
    return FolderSearch.forPerson(PERSON).find(home, List.of(home));
  }

  @Test
  void findsATextAcrossTheBlocksItReads() throws IOException {
    for (int at : new int[] {0, (1 << 20) - 8, 1 << 20, (1 << 20) + 30, (2 << 20) + 5}) {
      byte[] bytes = new byte[3 << 20];
      Arrays.fill(bytes, (byte) '\n');
      byte[] text = "anna@example.org".getBytes(StandardCharsets.UTF_8);
      System.arraycopy(text, 0, bytes, at, text.length);
      Files.write(home.resolve("big"), bytes);
      assertEquals(List.of("big"), find(), "at " + at);
    }
  }

  @Test
  void aHitStandsAsAWhole() throws IOException {
    Files.writeString(
        home.resolve("a"), "joanna@example.org anna@example.orga anna@example.org.pl 17");
    assertEquals(List.of(), find());
    Files.writeString(home.resolve("b"), "{\"to\":\"anna@example.org\"}");
    Files.writeString(home.resolve("c"), "write to anna@example.org.");
    Files.createDirectories(home.resolve("d"));
    Files.writeString(home.resolve("d/mail to anna@example.org"), "");
    assertEquals(List.of("b", "c", "a name in d"), find());
  }
}
