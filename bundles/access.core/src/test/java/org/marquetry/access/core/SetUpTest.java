package org.marquetry.access.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.access.api.LogIn;
import org.marquetry.access.api.SetUp;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.sql.h2.H2Databases;

final class SetUpTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;

  private H2Databases databases;
  private AccessStore store;

  @BeforeEach
  void open() {
    databases = new H2Databases(folder, CLOCK);
    store = new AccessStore(databases, CLOCK);
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private static SetUp.Request request(String token, String password) {
    return new SetUp.Request(
        token,
        "Ada",
        password,
        "zh-CN",
        "Tea & Co",
        Currency.getInstance("CNY"),
        ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void setUpIsDurableAndHappensOnce() {
    SetUpService setUp = new SetUpService(store);
    assertTrue(setUp.needed());
    String token = setUp.token();
    assertEquals(
        SetUp.Done.OK,
        setUp.complete(request(" " + token.toLowerCase(java.util.Locale.ROOT), "long enough")));
    assertFalse(setUp.needed());
    assertThrows(IllegalStateException.class, setUp::token);
    assertThrows(IllegalStateException.class, () -> setUp.complete(request(token, "long enough")));
    close();
    open();
    assertFalse(new SetUpService(store).needed());
    assertEquals(
        new ShopSettings.Settings(
            "Tea & Co", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai")),
        new ShopSettingsService(store).settings().orElseThrow());
    assertInstanceOf(
        LogIn.Result.Accepted.class,
        new LogInService(store, CLOCK).logIn("ada", "long enough", "x"));
  }

  @Test
  void tenWrongTokensMakeANewOne() {
    SetUpService setUp = new SetUpService(store);
    String first = setUp.token();
    for (int i = 0; i < 10; i++) {
      assertEquals(first, setUp.token());
      assertEquals(
          SetUp.Done.WRONG_TOKEN, setUp.complete(request("AAAA-AAAA-AAAA", "long enough")));
    }
    assertNotEquals(first, setUp.token());
    assertEquals(SetUp.Done.WRONG_TOKEN, setUp.complete(request(first, "long enough")));
  }

  @Test
  void wrongValueStoresNothing() {
    SetUpService setUp = new SetUpService(store);
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> setUp.complete(request(setUp.token(), "short")));
    assertTrue(e.getMessage().contains("10"), e.getMessage());
    assertTrue(setUp.needed());
    close();
    open();
    assertTrue(new SetUpService(store).needed());
  }

  @Test
  void noSecretIsStoredInClear() throws IOException {
    SetUpService setUp = new SetUpService(store);
    String token = setUp.token();
    setUp.complete(request(token, "long enough"));
    String key = new UsersService(store).makeKey("till", java.util.Set.of("data.import"));
    close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(
            text.contains("long enough") || text.contains(token) || text.contains(key),
            file.toString());
      }
    }
  }
}
