package org.marquetry.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  @Test
  void aStartClearsWhatAKilledProcessLeftAndKeepsTheData() throws Exception {
    Home home = new Home(folder, false);
    home.prepare();
    Path address = folder.resolve("run/address");
    Files.createDirectories(address.getParent());
    Files.writeString(address, "http://127.0.0.1:1");
    Path left = Files.writeString(home.tmp().resolve("left"), "x");
    Path data = Files.writeString(home.data().resolve("kept"), "x");
    home.clear();
    assertFalse(Files.exists(address), "a caller would be sent to where the door was");
    assertFalse(Files.exists(left));
    assertTrue(Files.exists(data));
    home.clear(); // nothing to clear is no failure
  }
}
