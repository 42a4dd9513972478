package org.marquetry.lib.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeInUseTest {
  @TempDir Path home;

  @Test
  void anEmptyFolderIsNotInUse() {
    HomeInUse use = new HomeInUse(home);
    assertEquals("", use.holder());
    assertEquals(Optional.empty(), use.process());
    assertEquals(Optional.empty(), use.address());
  }

  @Test
  void theAddressCountsOnceItLetsIn() throws IOException {
    HomeInUse use = new HomeInUse(home);
    Files.createDirectory(home.resolve("run"));
    Files.writeString(home.resolve("run/address"), "http://127.0.0.1:8080\n");
    assertEquals(Optional.empty(), use.address());
    Files.writeString(home.resolve("run/token"), "t");
    assertEquals(Optional.of("http://127.0.0.1:8080"), use.address());
  }

  /// What a killed process left behind names a process that may live as another's.
  @Test
  void aLockThatNobodyHoldsNamesNobody() throws IOException {
    HomeInUse use = new HomeInUse(home);
    Files.writeString(use.lock(), HomeInUse.named(ProcessHandle.current().pid(), "(x)"));
    assertTrue(use.holder().startsWith("process "));
    assertEquals(Optional.empty(), use.process());
  }

  @Test
  void aProcessThatHoldsTheLockIsFound() throws Exception {
    HomeInUse use = new HomeInUse(home);
    Process other =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                home.toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertEquals('h', other.getInputStream().read());
      assertEquals(other.pid(), use.process().orElseThrow().pid());
      try (FileChannel channel = FileChannel.open(use.lock(), StandardOpenOption.WRITE)) {
        assertFalse(HomeInUse.take(channel));
      }
    } finally {
      other.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }
    assertEquals(Optional.empty(), use.process());
  }

  /// Another process that holds a home until it is killed.
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      HomeInUse use = new HomeInUse(Path.of(arguments[0]));
      try (FileChannel channel =
          FileChannel.open(use.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        boolean taken = HomeInUse.take(channel);
        String who = HomeInUse.named(ProcessHandle.current().pid(), "(test)");
        channel.write(ByteBuffer.wrap(who.getBytes(StandardCharsets.UTF_8)));
        System.out.print(taken ? "held" : "not");
        System.out.flush();
        int end = System.in.read();
        System.out.print(end);
      }
    }
  }
}
