package org.marquetry.ui.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.dnd.EffectAllowed;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;

/// The blocks of a mail, to be moved, changed and taken away by mouse and by keyboard.
final class BlockList extends Div {
  private static final long serialVersionUID = 1L;

  /// What is done with the blocks.
  interface Acts {
    /// @param block from 0
    void open(int block);

    void put(List<MailBlock> blocks);
  }

  private final transient Acts acts;
  private int dragged = -1;
  private int focus = -1;
  private String focused = "";

  BlockList(Acts acts) {
    this.acts = acts;
    setId("blocks");
    addClassName("mq-whole");
  }

  void show(MailDesign design, boolean mayChange) {
    removeAll();
    if (design.blocks().isEmpty()) {
      add(new Paragraph(getTranslation("content.blocks.none")));
      return;
    }
    OrderedList list = new OrderedList();
    list.addClassName("mq-blocks");
    MailWords words = new MailWords(this);
    for (int i = 0; i < design.blocks().size(); i++) {
      list.add(row(i, design, words, mayChange));
    }
    add(list);
    focus = -1;
  }

  private ListItem row(int number, MailDesign design, MailWords words, boolean mayChange) {
    MailBlock block = design.blocks().get(number);
    Span kind = new Span((number + 1) + ". " + words.kind(block));
    kind.addClassName("mq-name");
    Span content = new Span(words.content(block, design));
    content.addClassName("mq-note");
    Div what = new Div(kind, content);
    what.addClassName("mq-block-words");
    ListItem row = new ListItem(what);
    row.setId("block-" + (number + 1));
    row.getElement().setAttribute("tabindex", "-1");
    if (mayChange) {
      row.add(tools(number, design, words.kind(block)));
      draggable(row, number, design);
    }
    return row;
  }

  private Component tools(int number, MailDesign design, String kind) {
    Div tools = new Div();
    tools.addClassName("mq-tools");
    String about = (number + 1) + " " + kind;
    int last = design.blocks().size() - 1;
    Button up = tool("up", "angle-up", about, number, () -> move(design, number, number - 1, "up"));
    up.setEnabled(number > 0);
    Button down =
        tool("down", "angle-down", about, number, () -> move(design, number, number + 1, "down"));
    down.setEnabled(number < last);
    Button change = tool("change", "edit", about, number, () -> acts.open(number));
    Button remove = tool("remove", "trash", about, number, () -> remove(design, number));
    tools.add(up, down, change, remove);
    return tools;
  }

  private Button tool(String act, String icon, String about, int number, Runnable does) {
    Button button = new Button(new Icon("vaadin", icon), e -> does.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(getTranslation("content.block." + act) + ": " + about);
    button.setId(act + "-" + (number + 1));
    if (focus == number && focused.equals(act)) {
      button.focus();
    }
    return button;
  }

  private void draggable(ListItem row, int number, MailDesign design) {
    DragSource<ListItem> source = DragSource.create(row);
    source.setEffectAllowed(EffectAllowed.MOVE);
    source.addDragStartListener(e -> dragged = number);
    DropTarget.create(row)
        .addDropListener(e -> {
          if (dragged >= 0 && dragged != number) {
            move(design, dragged, number, "");
          }
          dragged = -1;
        });
  }

  /// The hand that moved a block finds the same button on it again; at the end of the list the
  /// other one.
  private void move(MailDesign design, int from, int to, String button) {
    List<MailBlock> blocks = new ArrayList<>(design.blocks());
    blocks.add(to, blocks.remove(from));
    focus = to;
    focused = to == 0 ? "down" : to == blocks.size() - 1 ? "up" : button;
    acts.put(blocks);
  }

  private void remove(MailDesign design, int number) {
    List<MailBlock> blocks = new ArrayList<>(design.blocks());
    blocks.remove(number);
    focus = Math.min(number, blocks.size() - 1);
    focused = "remove";
    acts.put(Collections.unmodifiableList(blocks));
  }

  /// Show where a block is.
  void point(int block) {
    getChildren()
        .flatMap(Component::getChildren)
        .filter(row -> row.getId().filter(("block-" + block)::equals).isPresent())
        .findFirst()
        .ifPresent(row ->
            row.getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus()"));
  }
}
