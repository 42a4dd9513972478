package org.marquetry.copy.mail;

import java.util.List;
import java.util.function.Predicate;

/// A text to be filled in: constants, slots, and parts that only some readers get.
record Template(List<Node> nodes) {
  sealed interface Node {}

  /// Writes something for a reader.
  non-sealed interface Slot extends Node {
    void write(Filling filling, StringBuilder out);
  }

  record Constant(String text) implements Slot {
    @Override
    public void write(Filling filling, StringBuilder out) {
      out.append(text);
    }
  }

  record Region(Predicate<Filling> condition, List<Node> nodes) implements Node {}

  Template {
    nodes = List.copyOf(nodes);
  }

  String fill(Filling filling, int expected) {
    StringBuilder out = new StringBuilder(expected);
    write(nodes, filling, out);
    return out.toString();
  }

  private static void write(List<Node> nodes, Filling filling, StringBuilder out) {
    for (Node node : nodes) {
      switch (node) {
        case Slot slot -> slot.write(filling, out);
        case Region(Predicate<Filling> condition, List<Node> inner) -> {
          if (condition.test(filling)) {
            write(inner, filling, out);
          }
        }
      }
    }
  }
}
