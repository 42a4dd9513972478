package org.marquetry.data.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginsTest {
  @Test
  void anOriginIsSchemeHostAndUnusualPort() {
    assertEquals(
        Optional.of("https://shop.example"), Origins.of("https://shop.example:443/tea?x=1"));
    assertEquals(Optional.of("http://127.0.0.1:8080"), Origins.of("http://127.0.0.1:8080/"));
    assertEquals(Optional.empty(), Origins.of("null"));
    assertEquals(Optional.empty(), Origins.of(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "shop.example",
        "https://*.shop.example",
        "https://shop.example/",
        "https://shop.example/path",
        "ftp://shop.example",
        "https://user@shop.example",
        "javascript:alert(1)"
      })
  void whatIsNoneIsRefused(String given) {
    assertThrows(IllegalArgumentException.class, () -> Origins.checked(given));
  }
}
