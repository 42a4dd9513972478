package org.marquetry.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class StrangersRequestTest {
  @Test
  void onlyAProxyOnThisMachineIsBelievedAndOnlyItsOwnWord() {
    assertEquals("203.0.113.9", StrangersRequest.from("203.0.113.9", "198.51.100.1"));
    assertEquals("198.51.100.1", StrangersRequest.from("127.0.0.1", "10.0.0.1, 198.51.100.1"));
    assertEquals("198.51.100.1", StrangersRequest.from("::1", "198.51.100.1"));
    assertEquals("127.0.0.1", StrangersRequest.from("127.0.0.1", null));
    assertEquals("127.0.0.1", StrangersRequest.from("127.0.0.1", "x".repeat(65)));
  }
}
