package org.marquetry.arch;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What SQL in a text speaks to.
final class Statements {
  private static final Pattern WITH_SCHEMA =
      Pattern.compile(
          "(?i)\\b(?:from|join|into|update|references|(?:table|index|view)(?: if (?:not )?exists)?)"
              + "\\s+\"?[a-z_][a-z_0-9]*\"?\\.\"?[a-z_]\\w*|\\bset\\s+(?:schema|search_path)\\b");

  private Statements() {}

  /// Statements that name a schema: a bundle of the operational store has only its own, which has
  /// no name.
  static List<String> ofAnotherSchema(String text) {
    return WITH_SCHEMA
        .matcher(text.replaceAll("(?m)^\\s*(//|import |package |--|\\* ).*$", ""))
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
