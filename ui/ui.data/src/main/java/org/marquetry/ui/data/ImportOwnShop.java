package org.marquetry.ui.data;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;

/// What stands beside an import into the made-up shop: the own shop has a home of its own, and how
/// to start it.
final class ImportOwnShop extends Div {
  private static final long serialVersionUID = 1L;
  private static final String COMMAND = "launcher/marquetry run";

  private final Span title = new Span();
  private final Paragraph text = new Paragraph();

  ImportOwnShop(boolean sample) {
    setId("own-shop");
    addClassNames("shell-panel", "mq-whole");
    title.addClassName("mq-name");
    Pre command = new Pre(COMMAND);
    command.addClassName("mq-code");
    command.getElement().setAttribute("tabindex", "0");
    add(title, text, command);
    setVisible(sample);
  }

  void translate() {
    title.setText(getTranslation("data.own"));
    text.setText(getTranslation("data.own.text"));
  }
}
