package org.marquetry.ui.shell;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/// Stands where a page is not: its bundle is stopped (then the page comes back by itself), or there
/// is none at this address.
@ParentLayout(MainLayout.class)
public final class AwayView extends VerticalLayout
    implements LocaleChangeObserver, HasErrorParameter<NotFoundException> {
  private static final long serialVersionUID = 1L;

  private final transient Views views;
  private final H1 title = new H1();
  private final Paragraph text = new Paragraph();
  private String path = "";

  AwayView(Views views) {
    this.views = views;
    setId("away");
    addClassName("shell-quiet");
    text.getElement().setAttribute("role", "status");
    add(new Icon("vaadin", "plug"), title, text);
  }

  String path() {
    return path;
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    path = event.getLocation().getPath();
    return HttpServletResponse.SC_NOT_FOUND;
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    String kind = views.served(path) ? "missing" : "unknown";
    title.setText(getTranslation("shell." + kind + ".title"));
    text.setText(getTranslation("shell." + kind + ".text"));
  }
}
