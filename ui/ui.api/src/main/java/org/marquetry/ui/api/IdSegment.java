package org.marquetry.ui.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// An id as one part of an address. One of plain letters and digits stands in it as it is; any
/// other (a blank, a slash, Chinese) as `~` and its bytes in Base64, which every proxy leaves
/// alone.
final class IdSegment {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]*");
  private static final String CODED = "~";

  private IdSegment() {}

  static String of(String id) {
    return PLAIN.matcher(id).matches()
        ? id
        : CODED
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  /// @param make throws IllegalArgumentException for what is no id
  static <T> Optional<T> read(String segment, Function<String, T> make) {
    try {
      return Optional.of(
          make.apply(
              segment.startsWith(CODED)
                  ? new String(
                      Base64.getUrlDecoder().decode(segment.substring(1)), StandardCharsets.UTF_8)
                  : segment));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
