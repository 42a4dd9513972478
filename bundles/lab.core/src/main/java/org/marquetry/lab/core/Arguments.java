package org.marquetry.lab.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.LabOption;

/// The options after a task's name, checked against those the task knows.
///
/// @param given name to value; a switch has the value `yes`
record Arguments(Map<String, String> given) {
  static final List<LabOption> COMMON =
      List.of(
          new LabOption("data", "FILE", "rows to split into train and test"),
          new LabOption("train", "FILE", "rows to learn from"),
          new LabOption("test", "FILE", "rows to measure on"),
          new LabOption("split", "SHARE", "share of --data to learn from (0.8)"),
          LabOption.flag("split-random", "draw over all rows, not within each user"),
          new LabOption("folds", "N", "cross-validation instead of one split"),
          LabOption.flag("leave-last", "measure on the latest row of each user"),
          new LabOption(
              "split-time", "SHARE|DAY|NUMBER", "learn from what is before, by column time"),
          new LabOption("seed", "N", "seed of every random choice (1)"),
          new LabOption("columns", "a,-,b", "names of the columns by position, - skips one"),
          new LabOption("header", "yes|no|guess", "whether the first line names the columns"),
          new LabOption("format", "table|adjacency", "adjacency: lines of user item item ..."));

  Arguments {
    given = Map.copyOf(given);
  }

  static Arguments parse(List<String> words, List<LabOption> known) {
    Map<String, LabOption> byName = new LinkedHashMap<>();
    known.forEach(option -> byName.put(option.name(), option));
    Map<String, String> given = new LinkedHashMap<>();
    for (int k = 0; k < words.size(); k++) {
      String word = words.get(k);
      if (!word.startsWith("--")) {
        throw new LabInputException("'" + word + "' is not expected here: options begin with --");
      }
      int equals = word.indexOf('=');
      String name = word.substring(2, equals < 0 ? word.length() : equals);
      LabOption option = byName.get(name);
      if (option == null) {
        throw new LabInputException(
            "unknown option --" + name + Known.hint(name, byName.keySet(), "--"));
      }
      String value;
      if (option.isFlag()) {
        value = "yes";
      } else if (equals >= 0) {
        value = word.substring(equals + 1);
      } else if (k + 1 < words.size()) {
        value = words.get(++k);
      } else {
        throw new LabInputException(
            "--" + name + " needs a value: --" + name + " " + option.value());
      }
      if (given.put(name, value) != null) {
        throw new LabInputException("--" + name + " is given twice");
      }
    }
    return new Arguments(given);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name));
  }

  /// List the options for the help text.
  static List<String> help(List<LabOption> options) {
    List<String> lines = new ArrayList<>();
    for (LabOption option : options) {
      lines.add(
          String.format(
              "  %-28s %s", "--" + option.name() + " " + option.value(), option.description()));
    }
    return lines;
  }
}
