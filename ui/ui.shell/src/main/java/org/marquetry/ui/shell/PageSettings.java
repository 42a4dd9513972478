package org.marquetry.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/// Page-wide settings. Vaadin's own push is not among them: [Bells] tell tabs of news.
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("shell/shell.css")
public class PageSettings implements AppShellConfigurator {
  private static final long serialVersionUID = 1L;

  /// Dark or light as this browser chose last, else as its system does; before the first paint.
  private static final String THEME =
      """
      {
        const chosen = localStorage.getItem('marquetry.theme');
        const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
        document.documentElement.setAttribute('theme', dark ? 'dark' : '');
        document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
      }
      """;

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setPageTitle("Marquetry");
    settings.setViewport("width=device-width, initial-scale=1");
    settings.addLink("icon", "shell/icon.svg");
    settings.addInlineWithContents(Inline.Position.PREPEND, THEME, Inline.Wrapping.JAVASCRIPT);
  }
}
