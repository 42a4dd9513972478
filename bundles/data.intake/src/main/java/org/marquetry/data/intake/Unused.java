package org.marquetry.data.intake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.data.api.Problem;

/// Why nothing can be made of a file.
///
/// @param what one sentence without a full stop
/// @param kind a case of the code `no-role`, for texts in other languages; empty for none of its
///   own
/// @param values of those texts
record Unused(String what, String kind, List<String> values) {
  private static final String CODE = "no-role";

  Unused {
    values = List.copyOf(values);
  }

  static Unused of(String what, String kind, String... values) {
    return new Unused(what, kind, List.of(values));
  }

  /// What a fact about someone must have.
  enum Need {
    TIME("a time"),
    CUSTOMER("a customer, visitor or order"),
    PRODUCT("a product, an amount or a rating");

    private final String words;

    Need(String words) {
      this.words = words;
    }
  }

  /// @param missing at least one
  static Unused lacks(List<Need> missing) {
    return of(
        "no column for " + missing.stream().map(n -> n.words).collect(Collectors.joining(", for ")),
        Stream.concat(
                Stream.of("lacks"),
                Arrays.stream(Need.values()).filter(missing::contains).map(Unused::word))
            .collect(Collectors.joining("-")));
  }

  private static String word(Need need) {
    return need.name().toLowerCase(java.util.Locale.ROOT);
  }

  Unused but(String more) {
    return new Unused(what + more, kind, values);
  }

  String code() {
    return kind.isEmpty() ? CODE : CODE + "." + kind;
  }

  /// What a person may do about it, who can choose.
  Problem problem(String file) {
    return new Problem(
        file, what, "choose what the file is, and say what its columns are", code(), values);
  }

  BadFile refused() {
    Problem problem = problem("");
    return new BadFile(problem.what(), problem.remedy(), code(), values.toArray());
  }
}
