package org.marquetry.copy.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Reads the grammar format.
///
/// The first line is `grammar VERSION`; `#` begins a comment line. A line without indent names a
/// rule, the indented lines below it are its productions. In a production `{fact}` or
/// `{fact|format}` is a slot, `<rule>` a call, `[...]` may be left out, `[!...]` is left out only
/// when a fact of it is missing, `\n` is a line break, and leading `@fact` words name facts that
/// must be there unseen.
final class GrammarParser {
  private final String file;
  private final Map<String, List<Production>> rules = new LinkedHashMap<>();

  private GrammarParser(String file) {
    this.file = file;
  }

  /// @throws GrammarException with file and line if the text is not in the format
  static Grammar parse(String file, String text) {
    return new GrammarParser(file).grammar(text);
  }

  private Grammar grammar(String text) {
    String version = "";
    List<Production> current = null;
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (version.isEmpty()) {
        version = version(line, number);
      } else if (Character.isWhitespace(line.charAt(0))) {
        if (current == null) throw wrong(number, "a production stands before the first rule");
        current.add(production(line.strip(), number));
      } else {
        current = newRule(line.strip(), number);
      }
    }
    if (version.isEmpty()) throw wrong(1, "the first line must be: grammar VERSION");
    return new Grammar(file, version, rules);
  }

  private String version(String line, int number) {
    if (!line.matches("grammar \\d+\\.\\d+\\.\\d+")) {
      throw wrong(number, "the first line must be: grammar VERSION, for example: grammar 1.0.0");
    }
    return line.substring("grammar ".length());
  }

  private List<Production> newRule(String name, int number) {
    if (!name.matches("[a-z][a-zA-Z0-9./-]*")) {
      throw wrong(number, "a rule name is letters, digits, '.', '/' and '-', got: " + name);
    }
    List<Production> productions = new ArrayList<>();
    if (rules.put(name, productions) != null)
      throw wrong(number, "rule " + name + " is defined twice");
    return productions;
  }

  private Production production(String line, int number) {
    Set<String> needs = new TreeSet<>();
    boolean last = line.startsWith("? ");
    String rest = last ? line.substring(2).stripLeading() : line;
    while (rest.startsWith("@")) {
      int end = rest.indexOf(' ');
      if (end < 0) throw wrong(number, "a production needs words after " + rest);
      needs.add(rest.substring(1, end));
      rest = rest.substring(end + 1).stripLeading();
    }
    return new Production(
        new PartReader(file, number, rest.replace("\\n", "\n")).all(), needs, last, number);
  }

  private GrammarException wrong(int line, String message) {
    return new GrammarException(file, line, message);
  }
}
