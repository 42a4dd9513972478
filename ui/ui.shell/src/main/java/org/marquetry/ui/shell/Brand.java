package org.marquetry.ui.shell;

import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/// The product's mark and name.
final class Brand extends Header {
  private static final long serialVersionUID = 1L;

  Brand() {
    Image mark = new Image("shell/icon.svg", "");
    addClassName("shell-brand");
    add(mark, new Span("Marquetry"));
  }
}
