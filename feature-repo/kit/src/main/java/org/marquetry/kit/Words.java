package org.marquetry.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.lib.suggestion.Suggestion;

/// The words of a command: flags with a value each, and what stands without one.
record Words(Map<String, String> flags, List<String> operands) {
  /// @param known the flags that there are
  /// @throws ToolException if one is unknown or has no value
  static Words of(List<String> words, List<String> known) {
    Map<String, String> flags = new TreeMap<>();
    List<String> operands = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--")) {
        operands.add(word);
        continue;
      }
      String[] parts = word.split("=", 2);
      if (!known.contains(parts[0])) {
        throw ToolException.usage(
            "unknown flag \"" + parts[0] + "\"" + Suggestion.hint(parts[0], known));
      }
      if (parts.length == 1 && i + 1 == words.size()) {
        throw ToolException.usage(parts[0] + " needs a value after it");
      }
      flags.put(parts[0], parts.length == 2 ? parts[1] : words.get(++i));
    }
    return new Words(flags, operands);
  }

  Optional<String> find(String flag) {
    return Optional.ofNullable(flags.get(flag));
  }

  /// @throws ToolException if it is not there
  String get(String flag) {
    return find(flag).orElseThrow(() -> ToolException.usage("say " + flag));
  }
}
