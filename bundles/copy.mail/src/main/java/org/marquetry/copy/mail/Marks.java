package org.marquetry.copy.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Stand-ins for what is filled in: while a mail is laid out it holds marks only, so that neither a
/// marketer's nor a customer's text ever comes near the layout engine.
final class Marks {
  private static final Pattern MARK = Pattern.compile("@@([()]?)(\\d+)@@");

  private final List<Template.Slot> slots = new ArrayList<>();
  private final List<Predicate<Filling>> conditions = new ArrayList<>();

  /// A mark where something is written for each reader.
  String slot(Template.Slot slot) {
    slots.add(slot);
    return "@@" + (slots.size() - 1) + "@@";
  }

  /// A mark for what is the same for everybody.
  String constant(String text) {
    return slot(new Template.Constant(text));
  }

  /// Begin what is there only for some readers.
  int condition(Predicate<Filling> condition) {
    conditions.add(condition);
    return conditions.size() - 1;
  }

  static String open(int condition) {
    return "@@(" + condition + "@@";
  }

  static String close(int condition) {
    return "@@)" + condition + "@@";
  }

  /// Take the marks for what they stand for.
  Template template(String marked) {
    Deque<List<Template.Node>> open = new ArrayDeque<>();
    open.push(new ArrayList<>());
    Matcher mark = MARK.matcher(marked);
    int from = 0;
    while (mark.find()) {
      literal(open, marked.substring(from, mark.start()));
      from = mark.end();
      int number = Integer.parseInt(mark.group(2));
      switch (mark.group(1)) {
        case "(" -> open.push(new ArrayList<>());
        case ")" -> {
          List<Template.Node> inner = open.pop();
          top(open).add(new Template.Region(conditions.get(number), List.copyOf(inner)));
        }
        default -> {
          Template.Slot slot = slots.get(number);
          if (slot instanceof Template.Constant(String text)) {
            literal(open, text);
          } else {
            top(open).add(slot);
          }
        }
      }
    }
    literal(open, marked.substring(from));
    List<Template.Node> all = open.pop();
    if (!open.isEmpty()) {
      throw new IllegalStateException("a part of the mail does not end");
    }
    return new Template(all);
  }

  private static List<Template.Node> top(Deque<List<Template.Node>> open) {
    if (open.isEmpty()) {
      throw new IllegalStateException("a part of the mail ends that did not begin");
    }
    return open.element();
  }

  /// Add text, to the text before it where there is one.
  private static void literal(Deque<List<Template.Node>> open, String text) {
    List<Template.Node> nodes = top(open);
    if (!nodes.isEmpty() && nodes.getLast() instanceof Template.Constant(String before)) {
      nodes.removeLast();
      nodes.add(new Template.Constant(before + text));
    } else if (!text.isEmpty()) {
      nodes.add(new Template.Constant(text));
    }
  }
}
