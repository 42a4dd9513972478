package org.marquetry.channel.preferences;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a browser sends of a form; whatever else it sends is no form.
record Form(Map<String, String> values) {
  static Form read(String body) {
    Map<String, String> values = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int is = pair.indexOf('=');
      if (is > 0) {
        values.putIfAbsent(decoded(pair.substring(0, is)), decoded(pair.substring(is + 1)));
      }
    }
    return new Form(values);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return "";
    }
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
