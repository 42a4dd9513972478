package com.example.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.sample.SamplePosted.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marquetry.tck.LocalOutbound;

/// Signing, trying again, and addresses that must not be reached.
class SampleHookTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  private static SamplePosted post(String address, String secret) {
    return new SampleHook(
            InstantSource.fixed(NOW), LocalOutbound.make(), address, secret, Duration.ofSeconds(5))
        .post("m 1", "test.sent", "{}");
  }

  /// The example of the standard's own libraries.
  @Test
  void signsAsTheStandardSays() {
    String signed =
        new SampleSignature(Receiver.SECRET)
            .of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}");
    assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signed);
  }

  @Test
  void triesAgainWithTheSameIdUntilItIsTaken() throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answers(503, 0);
      SamplePosted posted = post(receiver.address(), Receiver.SECRET);
      assertEquals(Result.TAKEN, posted.result(), posted.toString());
      assertEquals(List.of("m_1", "m_1", "m_1"), receiver.tries());
      assertEquals(Set.of("m_1"), receiver.ids());
    }
  }

  @ParameterizedTest
  @CsvSource({"429, LATER, 1", "503, LATER, 3", "0, UNKNOWN, 3", "400, REFUSED, 1", "302, REFUSED, 1"})
  void saysWhatCameOfIt(int status, Result result, int attempts) throws Exception {
    try (Receiver receiver = new Receiver()) {
      receiver.answers(status, status, status, status, status, status, status);
      SamplePosted posted = post(receiver.address(), Receiver.SECRET);
      assertEquals(result, posted.result(), posted.toString());
      assertEquals(attempts, posted.attempts());
      if (status == 429) {
        assertEquals(NOW.plusSeconds(120), posted.again());
      }
    }
  }

  @Test
  void aReceiverWithAnotherSecretRefuses() throws Exception {
    try (Receiver receiver = new Receiver()) {
      String other = "whsec_" + "QUJD".repeat(8);
      assertEquals("answered with 401", post(receiver.address(), other).detail());
      assertTrue(receiver.ids().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://localhost/x, not on the public internet",
    "https://10.1.2.3/x, not on the public internet",
    "http://hooks.example.com/x, must begin with https://",
    "hooks, must begin with https://",
  })
  void anAddressThatMustNotBeReachedIsRefused(String address, String why) {
    SamplePosted posted = post(address, Receiver.SECRET);
    assertEquals(Result.REFUSED, posted.result(), posted.toString());
    assertEquals(0, posted.attempts());
    assertTrue(posted.detail().contains(why), posted.detail());
  }

  @Test
  void aSecretThatIsNoneIsNotRepeated() {
    SamplePosted posted = post("https://hooks.example.com/x", "whsec_short");
    assertEquals(Result.REFUSED, posted.result());
    assertFalse(posted.detail().contains("short"), posted.detail());
  }
}
