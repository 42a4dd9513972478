package org.marquetry.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.jobs.JobStatus;

class ShellTextsTest {
  private final ShellTexts texts = new ShellTexts();

  @Test
  void bothLanguagesHaveTheSameKeys() throws IOException {
    assertEquals(keys("texts_en.properties"), keys("texts_zh.properties"));
  }

  @Test
  void everyStateHasItsWord() {
    for (Health.Status status : Health.Status.values()) {
      has("shell.health." + status.name().toLowerCase(Locale.ROOT));
    }
    for (JobStatus.State state : JobStatus.State.values()) {
      has("shell.system.job." + state.name().toLowerCase(Locale.ROOT));
    }
  }

  private void has(String key) {
    assertTrue(texts.text(key, Locale.ENGLISH).isPresent(), key);
  }

  private static Set<String> keys(String file) throws IOException {
    Properties properties = new Properties();
    try (var in = Objects.requireNonNull(ShellTexts.class.getResourceAsStream(file))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties.stringPropertyNames();
  }
}
