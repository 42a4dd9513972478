package org.marquetry.ui.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.marquetry.profile.api.SegmentCount;
import org.marquetry.profile.api.SegmentIdea;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.SegmentRule.Group;
import org.marquetry.profile.api.SegmentRule.Join;
import org.marquetry.ui.api.Formats;

/// Edits a rule: groups of rows, each with its own count. A change of a value leaves the fields
/// where they are, so that whoever types keeps the place; adding and removing draws anew.
final class RuleEditor extends Div {
  private static final long serialVersionUID = 1L;
  private static final int IDEAS = 60;

  private final transient SegmentServices services;
  private final transient Consumer<Group> changed;
  private transient Group rule = SegmentRule.everybody();
  private final transient List<Span> counts = new ArrayList<>(); // by node
  private final transient List<Component> lines = new ArrayList<>(); // by node

  RuleEditor(SegmentServices services, Consumer<Group> changed) {
    this.services = services;
    this.changed = changed;
    setId("rule");
  }

  /// Draw a rule anew.
  void show(Group now) {
    rule = now;
    counts.clear();
    lines.clear();
    removeAll();
    add(group(now, List.of()));
  }

  /// Write the counts beside their rows; a row that nobody can answer is grey.
  void counted(SegmentCount count, Formats formats) {
    List<SegmentRule> nodes = SegmentRule.nodes(rule);
    for (int node = 0; node < counts.size() && node < count.nodes().size(); node++) {
      SegmentCount.Node here = count.nodes().get(node);
      boolean gone = !here.exact() && nodes.get(node) instanceof SegmentRule.Row;
      String number = formats.number(here.count());
      counts
          .get(node)
          .setText(
              gone && here.count() == 0
                  ? Formats.UNKNOWN
                  : here.exact() ? number : getTranslation("profile.segment.atLeast", number));
      lines.get(node).getElement().getClassList().set("mq-gone", gone);
    }
  }

  private Component group(Group group, List<Integer> path) {
    Div box = new Div();
    box.addClassName("mq-group");
    box.getElement().setAttribute("role", "group");
    box.getElement().setAttribute("aria-label", getTranslation("profile.segment.group"));
    Span count = count();
    Select<Join> join = new Select<>();
    join.setItems(Join.values());
    join.setItemLabelGenerator(j -> getTranslation("profile.segment.join." + name(j)));
    join.setValue(group.join());
    join.setAriaLabel(getTranslation("profile.segment.join"));
    join.addClassName("mq-join");
    join.addValueChangeListener(e -> {
      if (e.isFromClient() && e.getValue() != null) {
        Group now = (Group) RuleEdit.at(rule, path);
        redraw(RuleEdit.replaced(rule, path, new Group(e.getValue(), now.parts())));
      }
    });
    Div head = new Div(join, count);
    head.addClassName("mq-rule-line");
    if (!path.isEmpty()) {
      head.add(remove(path, getTranslation("profile.segment.group")));
    }
    lines.add(head);
    box.add(head);
    for (int place = 0; place < group.parts().size(); place++) {
      List<Integer> inner = RuleEdit.child(path, place);
      box.add(
          switch (group.parts().get(place)) {
            case Group nested -> group(nested, inner);
            case SegmentRule.Row row -> row(row, inner);
          });
    }
    box.add(adder(path));
    return box;
  }

  private Span count() {
    Span count = new Span(Formats.UNKNOWN);
    count.addClassName("mq-count");
    counts.add(count);
    return count;
  }

  private Component row(SegmentRule.Row row, List<Integer> path) {
    Span count = count();
    RowEditor editor = new RowEditor(services, row, edited -> edit(path, edited));
    Div line = new Div(editor, count, remove(path, editor.label()));
    line.addClassNames("mq-rule-line", "mq-rule-row");
    lines.add(line);
    return line;
  }

  private void edit(List<Integer> path, SegmentRule.Row row) {
    rule = RuleEdit.replaced(rule, path, row);
    changed.accept(rule);
  }

  private Button remove(List<Integer> path, String what) {
    Button remove = new Button(new Icon("vaadin", "close-small"));
    remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    remove.setAriaLabel(getTranslation("profile.segment.remove", what));
    remove.setTooltipText(getTranslation("profile.segment.remove", what));
    remove.addClickListener(e -> redraw(RuleEdit.removed(rule, path)));
    return remove;
  }

  private Component adder(List<Integer> path) {
    ComboBox<SegmentIdea> add = new ComboBox<>();
    add.setPlaceholder(getTranslation("profile.segment.add"));
    add.setAriaLabel(getTranslation("profile.segment.add"));
    add.addClassName("mq-adder");
    add.setItemLabelGenerator(idea -> SegmentTexts.begin(idea.label(), getLocale()));
    add.setRenderer(new ComponentRenderer<>(this::idea));
    add.setItems(query ->
        services.segments().ideas(query.getFilter().orElse(""), IDEAS).stream()
            .skip(query.getOffset())
            .limit(query.getLimit()));
    add.addValueChangeListener(e -> {
      if (e.getValue() != null) {
        redraw(RuleEdit.added(rule, path, e.getValue().row()));
      }
    });
    Button nested = new Button(getTranslation("profile.segment.addGroup"));
    nested.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    nested.setVisible(path.size() < SegmentRule.MAX_DEPTH - 1);
    nested.addClickListener(
        e -> redraw(RuleEdit.added(rule, path, new Group(Join.ANY, List.of()))));
    Div line = new Div(add, nested);
    line.addClassName("mq-tools");
    if (path.isEmpty()) {
      add.setId("add");
      nested.setId("add-group");
    }
    return line;
  }

  private Component idea(SegmentIdea idea) {
    Span group = new Span(SegmentTexts.say(idea.group(), getLocale()));
    group.addClassName("mq-note");
    Div line = new Div(new Span(SegmentTexts.begin(idea.label(), getLocale())), group);
    line.addClassName("mq-stack");
    return line;
  }

  private void redraw(Group now) {
    show(now);
    changed.accept(now);
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
