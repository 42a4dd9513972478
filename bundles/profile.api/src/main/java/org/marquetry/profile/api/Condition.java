package org.marquetry.profile.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Whom a segment takes: a tree of comparisons on traits, joined by all, any and not.
///
/// A comparison with an unknown trait is neither true nor false but unknown, and stays so under
/// not: a customer belongs to a segment only when its condition is true. [Known] asks whether a
/// trait is known. The tree is bounded: at most [#MAX_DEPTH] levels and [#MAX_SIZE] nodes, a text
/// test has at most [#MAX_VALUES] values.
public sealed interface Condition {
  /// Most levels of a tree.
  int MAX_DEPTH = 8;

  /// Most nodes of a tree.
  int MAX_SIZE = 100;

  /// Most values of one text test.
  int MAX_VALUES = 200;

  /// Return how many levels this tree has, 1 for a comparison.
  int depth();

  /// Return how many nodes this tree has, 1 for a comparison.
  int size();

  /// How two values are compared.
  enum Comparison {
    LESS,
    AT_MOST,
    EQUAL,
    AT_LEAST,
    GREATER
  }

  /// Every part is true.
  ///
  /// @param parts at least one
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = Conditions.checked(parts);
    }

    @Override
    public int depth() {
      return Conditions.depth(parts);
    }

    @Override
    public int size() {
      return Conditions.size(parts);
    }
  }

  /// At least one part is true.
  ///
  /// @param parts at least one
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = Conditions.checked(parts);
    }

    @Override
    public int depth() {
      return Conditions.depth(parts);
    }

    @Override
    public int size() {
      return Conditions.size(parts);
    }
  }

  /// The part is false.
  record Not(Condition part) implements Condition {
    public Not {
      Conditions.checked(List.of(part));
    }

    @Override
    public int depth() {
      return 1 + part.depth();
    }

    @Override
    public int size() {
      return 1 + part.size();
    }
  }

  /// The trait is known.
  record Known(Trait trait) implements Leaf {}

  /// A number compares so.
  ///
  /// @param trait of kind number
  /// @param value finite, in the trait's unit
  record NumberTest(Trait trait, Comparison comparison, double value) implements Leaf {
    public NumberTest {
      Conditions.require(trait, Trait.Kind.NUMBER);
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(trait.id() + " must be compared with a finite number");
      }
    }
  }

  /// A text is one of some values, compared exactly.
  ///
  /// @param trait of kind text
  /// @param values 1 to [#MAX_VALUES]
  record TextTest(Trait trait, Set<String> values) implements Leaf {
    public TextTest {
      Conditions.require(trait, Trait.Kind.TEXT);
      if (values.isEmpty() || values.size() > MAX_VALUES) {
        throw new IllegalArgumentException(
            trait.id() + " must have 1.." + MAX_VALUES + " values, got " + values.size());
      }
      values = java.util.Collections.unmodifiableSet(new TreeSet<>(values));
    }
  }

  /// A date compares so: less is earlier.
  ///
  /// @param trait of kind date
  record DateTest(Trait trait, Comparison comparison, LocalDate value) implements Leaf {
    public DateTest {
      Conditions.require(trait, Trait.Kind.DATE);
    }
  }

  /// A node without parts.
  sealed interface Leaf extends Condition {
    /// Return the trait that is looked at.
    Trait trait();

    @Override
    default int depth() {
      return 1;
    }

    @Override
    default int size() {
      return 1;
    }
  }

  static Condition all(Condition... parts) {
    return new All(List.of(parts));
  }

  static Condition any(Condition... parts) {
    return new Any(List.of(parts));
  }

  static Condition not(Condition part) {
    return new Not(part);
  }

  static Condition known(Trait trait) {
    return new Known(trait);
  }

  static Condition atLeast(Trait trait, double value) {
    return new NumberTest(trait, Comparison.AT_LEAST, value);
  }

  static Condition atMost(Trait trait, double value) {
    return new NumberTest(trait, Comparison.AT_MOST, value);
  }

  static Condition less(Trait trait, double value) {
    return new NumberTest(trait, Comparison.LESS, value);
  }

  static Condition greater(Trait trait, double value) {
    return new NumberTest(trait, Comparison.GREATER, value);
  }

  static Condition equal(Trait trait, double value) {
    return new NumberTest(trait, Comparison.EQUAL, value);
  }

  static Condition oneOf(Trait trait, String... values) {
    return new TextTest(trait, Set.of(values));
  }

  static Condition onOrAfter(Trait trait, LocalDate day) {
    return new DateTest(trait, Comparison.AT_LEAST, day);
  }

  static Condition before(Trait trait, LocalDate day) {
    return new DateTest(trait, Comparison.LESS, day);
  }
}
