package org.marquetry.settings.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.shop.api.Rejected;

class SecretsTest {
  @TempDir Path home;

  private Secrets secrets() {
    return new Secrets(home, Map.of("TOKEN", "from the environment"));
  }

  private String refused(String kept, String place) {
    return String.valueOf(
        assertThrows(Rejected.class, () -> secrets().open(kept, place)).getMessage());
  }

  @Test
  void aSealedSecretOpensInItsPlaceOnly() throws IOException {
    String sealed = secrets().seal("schlüssel 钥匙", "com.x/.token");
    assertTrue(Secrets.isSealed(sealed));
    assertFalse(sealed.contains("schl"));
    assertNotEquals(sealed, secrets().seal("schlüssel 钥匙", "com.x/.token"));
    assertEquals("schlüssel 钥匙", secrets().open(sealed, "com.x/.token"));
    assertTrue(refused(sealed, "com.y/.token").contains("set it again"));
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(home.resolve(Secrets.KEY_FILE)));
  }

  @Test
  void withoutItsKeyNothingOpensAndTheReasonIsSaid() throws IOException {
    String sealed = secrets().seal("s", "p");
    Files.delete(home.resolve(Secrets.KEY_FILE));
    assertTrue(refused(sealed, "p").contains("settings.key of the home, which is gone"));
    assertFalse(Files.exists(home.resolve(Secrets.KEY_FILE)), "opening makes no key");
    secrets().seal("other", "p");
    assertTrue(refused(sealed, "p").contains("another key file"));
  }

  @Test
  void aReferenceIsReadWhereItPoints() throws IOException {
    assertEquals("from the environment", secrets().open("env:TOKEN", "p"));
    assertTrue(refused("env:NONE", "p").contains("environment variable NONE, which is not set"));
    Files.createDirectories(home.resolve("etc"));
    Files.writeString(home.resolve("etc/token"), " first \nsecond\n");
    assertEquals("first", secrets().open("file:token", "p"));
    assertEquals("first", secrets().open("file:" + home.resolve("etc/token"), "p"));
    assertTrue(refused("file:none", "p").contains("cannot be read"));
    Files.writeString(home.resolve("etc/empty"), "");
    assertTrue(refused("file:empty", "p").contains("which is empty"));
  }
}
