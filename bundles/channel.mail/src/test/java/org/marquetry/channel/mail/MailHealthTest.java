package org.marquetry.channel.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.Health.Status;

final class MailHealthTest {
  private static final Map<String, Object> GOOD =
      Map.of(
          "host", "smtp.example.test",
          "from_address", "shop@shop.example",
          "user", "shop",
          "password", "file:mail.password");

  @TempDir Path home;

  @Test
  void noMailServerIsANormalState() {
    Health health = new MailHealth(home, Configs.of(MailConfig.class, Map.of())).check();
    assertEquals(Status.OK, health.status());
    assertTrue(health.message().contains("no mail leaves"), health.message());
  }

  @Test
  void whatTheOperatorGotWrongIsNamedAndThePasswordNever() throws IOException {
    Files.createDirectories(home.resolve("etc"));
    Files.writeString(home.resolve("etc/mail.password"), "hunter2\n");
    assertWarns("the channel is not there", Map.of());
    assertWarns("password must say where it stands", Map.of("password", "hunter2"));
    assertWarns("which is not set", Map.of("password", "env:MARQUETRY_NO_SUCH_VARIABLE"));
    assertWarns("other.password, unreadable", Map.of("password", "file:other.password"));
    assertWarns("must be a mail address", Map.of("from_address", "shop"));
    assertWarns("security must be starttls, tls or none", Map.of("security", "ssl"));
    assertWarns("connections must be 1 to 64", Map.of("connections", 0));
    MailOptions options = MailOptions.from(Configs.of(MailConfig.class, GOOD), home);
    assertEquals("smtp.example.test:587 (starttls)", options.toString());
    assertEquals("hunter2", options.password());
  }

  @Test
  void aServerThatIsNotReachedIsTold() throws IOException {
    try (Desk desk = new Desk(home, Desk.options(1, 1))) {
      Map<String, Object> set = new HashMap<>(GOOD);
      set.put("user", "");
      MailHealth health = new MailHealth(home, Configs.of(MailConfig.class, set));
      health.server = desk.server;
      assertEquals(Status.OK, health.check().status());
      desk.send("a@x.test");
      assertEquals(Status.WARN, health.check().status());
      assertTrue(health.check().message().contains("no connection to 127.0.0.1:1"));
    }
  }

  private void assertWarns(String why, Map<String, Object> change) {
    Map<String, Object> set = new HashMap<>(GOOD);
    set.putAll(change);
    Health health = new MailHealth(home, Configs.of(MailConfig.class, set)).check();
    assertEquals(Status.WARN, health.status());
    assertTrue(health.message().contains(why), health.message());
    assertFalse(health.message().contains("hunter2"), health.message());
  }
}
