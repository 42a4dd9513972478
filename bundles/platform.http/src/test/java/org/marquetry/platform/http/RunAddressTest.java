package org.marquetry.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunAddressTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:81",
    "0.0.0.0, http://127.0.0.1:81",
    "::, http://[::1]:81",
    "fe80::1, http://[fe80::1]:81",
    "shop.example, http://shop.example:81"
  })
  void theAddressIsOneThatThisMachineReaches(String host, String url) {
    assertEquals(url, RunAddress.url(host, 81));
  }

  @Test
  void theFileIsThereWhileThePortIsOpen(@TempDir Path home) throws Exception {
    RunAddress address = RunAddress.write(home, "127.0.0.1", 81);
    assertEquals("http://127.0.0.1:81\n", Files.readString(home.resolve("run/address")));
    address.delete();
    assertFalse(Files.exists(home.resolve("run/address")));
  }
}
