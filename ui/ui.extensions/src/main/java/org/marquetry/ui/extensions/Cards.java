package org.marquetry.ui.extensions;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What cards of features have in common.
final class Cards {
  private Cards() {}

  /// A card with its name, chips and what it is for.
  static Section card(
      String name, String title, String version, String description, Span... chips) {
    Section card = new Section();
    card.setId("feature-" + name);
    card.addClassName("shell-panel");
    H3 head = new H3(title);
    head.getStyle().setMargin("0");
    Span number = new Span(version);
    number.addClassName("mq-note");
    Div line = new Div(head, number);
    line.addClassName("mq-line");
    Arrays.stream(chips).forEach(line::add);
    card.add(line);
    if (!description.isEmpty()) {
      Paragraph words = new Paragraph(description);
      words.addClassName("shell-subtitle");
      card.add(words);
    }
    return card;
  }

  static Span chip(String text, String kind) {
    Span chip = new Span(text);
    chip.addClassNames("mq-chip", kind);
    return chip;
  }

  static DescriptionList facts() {
    DescriptionList facts = new DescriptionList();
    facts.addClassName("mq-facts");
    return facts;
  }

  static void fact(DescriptionList facts, String name, Component... said) {
    DescriptionList.Description description = new DescriptionList.Description();
    description.add(said);
    facts.add(new DescriptionList.Term(name), description);
  }

  static void fact(DescriptionList facts, String name, String said) {
    facts.add(new DescriptionList.Term(name), new DescriptionList.Description(said));
  }

  /// Lines as one fact; nothing when there are none.
  static void fact(DescriptionList facts, String name, List<String> lines) {
    if (!lines.isEmpty()) {
      Div all = new Div();
      lines.forEach(line -> all.add(new Div(line)));
      fact(facts, name, all);
    }
  }

  static Div grid() {
    Div grid = new Div();
    grid.addClassName("shell-panels");
    return grid;
  }

  static Div tools(Component... tools) {
    Div all = new Div(tools);
    all.addClassName("mq-tools");
    return all;
  }

  /// A field that leaves in a list what has the word in it.
  static TextField search(String label, Runnable changed) {
    TextField search = new TextField();
    search.setId("search");
    search.setPlaceholder(label);
    search.setAriaLabel(label);
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(_ -> changed.run());
    return search;
  }

  /// Whether each word that was typed is in one of the texts.
  static boolean matches(String typed, String... texts) {
    String all = String.join(" ", texts).toLowerCase(Locale.ROOT);
    return Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
        .allMatch(all::contains);
  }
}
