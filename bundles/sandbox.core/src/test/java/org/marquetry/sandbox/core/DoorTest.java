package org.marquetry.sandbox.core;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An open door is entered in `DemoTest` of `ui.test`.
class DoorTest {
  @TempDir Path home;

  @Test
  void aDoorThatIsNotOpenIsSaidInWords() {
    IOException e = assertThrows(IOException.class, () -> Door.of(home));
    assertTrue(String.valueOf(e.getMessage()).contains("door is not open"), e.getMessage());
  }
}
