package org.marquetry.access.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.access.api.LogIn;
import org.marquetry.access.api.SetUp;
import org.marquetry.access.api.ShopSettings;

final class SetUpTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;

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
  void setUpIsDurableAndHappensOnce() throws IOException {
    AccessStore store = new AccessStore(folder);
    SetUpService setUp = new SetUpService(store, CLOCK);
    assertTrue(setUp.needed());
    String token = setUp.token();
    assertEquals(
        SetUp.Done.OK,
        setUp.complete(request(" " + token.toLowerCase(java.util.Locale.ROOT), "long enough")));
    assertFalse(setUp.needed());
    assertThrows(IllegalStateException.class, setUp::token);
    assertThrows(IllegalStateException.class, () -> setUp.complete(request(token, "long enough")));
    store.close();

    AccessStore again = new AccessStore(folder);
    assertFalse(new SetUpService(again, CLOCK).needed());
    assertEquals(
        new ShopSettings.Settings(
            "Tea & Co", Currency.getInstance("CNY"), ZoneId.of("Asia/Shanghai")),
        new ShopSettingsService(again, CLOCK).settings().orElseThrow());
    assertInstanceOf(
        LogIn.Result.Accepted.class,
        new LogInService(again, CLOCK).logIn("ada", "long enough", "x"));
    again.close();
  }

  @Test
  void tenWrongTokensMakeANewOne() throws IOException {
    AccessStore store = new AccessStore(folder);
    SetUpService setUp = new SetUpService(store, CLOCK);
    String first = setUp.token();
    for (int i = 0; i < 10; i++) {
      assertEquals(first, setUp.token());
      assertEquals(
          SetUp.Done.WRONG_TOKEN, setUp.complete(request("AAAA-AAAA-AAAA", "long enough")));
    }
    assertNotEquals(first, setUp.token());
    assertEquals(SetUp.Done.WRONG_TOKEN, setUp.complete(request(first, "long enough")));
    store.close();
  }

  @Test
  void wrongValueStoresNothing() throws IOException {
    AccessStore store = new AccessStore(folder);
    SetUpService setUp = new SetUpService(store, CLOCK);
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> setUp.complete(request(setUp.token(), "short")));
    assertTrue(e.getMessage().contains("10"), e.getMessage());
    assertTrue(setUp.needed());
    assertFalse(Files.exists(folder.resolve("access.json")));
    store.close();
  }

  @Test
  void noSecretIsStoredInClear() throws IOException {
    AccessStore store = new AccessStore(folder);
    SetUpService setUp = new SetUpService(store, CLOCK);
    String token = setUp.token();
    setUp.complete(request(token, "long enough"));
    String key = new UsersService(store).makeKey("till", java.util.Set.of("data.import"));
    store.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        assertFalse(
            text.contains("long enough") || text.contains(token) || text.contains(key),
            file.toString());
      }
    }
  }

  @Test
  void secondProcessOrABrokenFileIsRefusedWithItsPlace() throws IOException {
    AccessStore store = new AccessStore(folder);
    assertTrue(
        assertThrows(IOException.class, () -> new AccessStore(folder))
            .getMessage()
            .contains("in use"));
    store.close();
    Files.writeString(folder.resolve("access.json"), "{\"format\": 1,\n \"users\": [}");
    String message = assertThrows(IOException.class, () -> new AccessStore(folder)).getMessage();
    assertTrue(message.contains("access.json, line 2"), message);
  }
}
