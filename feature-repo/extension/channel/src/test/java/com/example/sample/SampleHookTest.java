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

/// Signing, trying again, and addresses that must not be reached.
class SampleHookTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  private static SamplePosted post(String address, String secret, boolean inside) {
    SampleHook hook =
        new SampleHook(InstantSource.fixed(NOW), address, secret, Duration.ofSeconds(5), inside);
    try {
      return hook.post("m 1", "test.sent", "{}");
    } finally {
      hook.close();
    }
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
      SamplePosted posted = post(receiver.address(), Receiver.SECRET, true);
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
      SamplePosted posted = post(receiver.address(), Receiver.SECRET, true);
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
      assertEquals("answered with 401", post(receiver.address(), other, true).detail());
      assertTrue(receiver.ids().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://localhost/x, not on the public internet",
    "https://127.0.0.1/x, not on the public internet",
    "https://10.1.2.3/x, not on the public internet",
    "https://192.168.1.1/x, not on the public internet",
    "https://169.254.169.254/latest, not on the public internet",
    "https://100.64.0.1/x, not on the public internet",
    "https://[::1]/x, not on the public internet",
    "https://[fd00::1]/x, not on the public internet",
    "https://[::ffff:10.0.0.1]/x, not on the public internet",
    "http://hooks.example.com/x, must be https://",
    "https://user:word@hooks.example.com/x, must be https://",
    "file:///etc/passwd, must be https://",
  })
  void anAddressThatMustNotBeReachedIsRefused(String address, String why) {
    SamplePosted posted = post(address, Receiver.SECRET, false);
    assertEquals(Result.REFUSED, posted.result(), posted.toString());
    assertEquals(0, posted.attempts());
    assertTrue(posted.detail().contains(why), posted.detail());
  }

  @Test
  void aSecretThatIsNoneIsNotRepeated() {
    SamplePosted posted = post("https://hooks.example.com/x", "whsec_short", false);
    assertEquals(Result.REFUSED, posted.result());
    assertFalse(posted.detail().contains("short"), posted.detail());
  }
}
