package org.marquetry.platform.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.marquetry.shop.api.Event;

/// Put an `x` in the place of each byte of some texts in the properties of events; the length of a
/// record stays.
final class Redaction {
  private static final int SHORTEST = 6;
  private static final String BEFORE = "[\\p{L}\\p{N}._+-]";
  private static final String AFTER = "[\\p{L}\\p{N}_+-]|\\.[\\p{L}\\p{N}]";

  private final @Nullable Pattern texts; // null: there is none

  /// @throws IllegalArgumentException if a text is shorter than 6 characters
  Redaction(Set<String> texts) {
    for (String text : texts) {
      if (text.length() < SHORTEST) {
        throw new IllegalArgumentException(
            "a text must have at least " + SHORTEST + " characters, got " + text.length());
      }
    }
    this.texts =
        texts.isEmpty()
            ? null
            : Pattern.compile(
                texts.stream()
                    .map(Pattern::quote)
                    .collect(
                        Collectors.joining(
                            "|", "(?iu)(?<!" + BEFORE + ")(?:", ")(?!" + AFTER + ")")));
  }

  boolean concerns(Event event) {
    Pattern pattern = texts;
    return pattern != null
        && event.properties().values().stream().anyMatch(v -> pattern.matcher(v).find());
  }

  /// Change a record's payload where it stands.
  void apply(ByteBuffer payload) {
    Pattern pattern = texts;
    if (pattern != null) {
      EventCodec.propertyValues(payload, value -> overwrite(pattern, value));
    }
  }

  private static void overwrite(Pattern pattern, ByteBuffer value) {
    String before = StandardCharsets.UTF_8.decode(value.duplicate()).toString();
    String after = pattern.matcher(before).replaceAll(m -> crosses(m.group()));
    if (!after.equals(before)) {
      value.put(after.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// As many as the text has bytes.
  private static String crosses(String text) {
    return "x".repeat(text.getBytes(StandardCharsets.UTF_8).length);
  }
}
