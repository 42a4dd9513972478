package org.marquetry.ui.shell;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands where a page could not be made.
@ParentLayout(MainLayout.class)
public final class FaultView extends VerticalLayout
    implements LocaleChangeObserver, HasErrorParameter<Exception> {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(FaultView.class);

  private final H1 title = new H1();
  private final Paragraph text = new Paragraph();
  private String reason = "unexpected";

  public FaultView() {
    setId("fault");
    addClassName("shell-quiet");
    text.getElement().setAttribute("role", "alert");
    add(title, text);
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    reason = Faults.reason(parameter.getCaughtException());
    log.error(
        "The page {} could not be made",
        event.getLocation().getPath(),
        parameter.getCaughtException());
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("shell.fault.title"));
    text.setText(getTranslation("shell.fault." + reason));
  }
}
