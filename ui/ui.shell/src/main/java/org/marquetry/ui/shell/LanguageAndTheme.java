package org.marquetry.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.Icon;
import java.util.Locale;

/// Switches of language and of dark and light. The browser remembers the theme.
final class LanguageAndTheme extends Div {
  private static final long serialVersionUID = 1L;
  private static final String SWITCH_THEME =
      """
      const dark = document.documentElement.getAttribute('theme') !== 'dark';
      document.documentElement.setAttribute('theme', dark ? 'dark' : '');
      document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
      localStorage.setItem('marquetry.theme', dark ? 'dark' : 'light');
      document.dispatchEvent(new Event('marquetry-theme'));
      """;

  /// The page's language, and the words of Vaadin's own connection indicator, which is a live
  /// region.
  private static final String SPEAK =
      """
      document.documentElement.lang = $0;
      const indicator = document.querySelector('vaadin-connection-indicator');
      if (indicator) {
        indicator.setAttribute('role', 'status');
        indicator.onlineText = $1;
        indicator.offlineText = $2;
        indicator.reconnectingText = $3;
      }
      """;

  private final Button language = new Button();
  private final Button theme = new Button(new Icon("vaadin", "adjust"));

  LanguageAndTheme() {
    addClassName("shell-choices");
    language.setId("language");
    language.addClickListener(e -> switchLanguage());
    theme.setId("theme");
    theme.addClickListener(e -> getElement().executeJs(SWITCH_THEME));
    language.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    theme.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    add(language, theme);
  }

  static boolean isChinese(Locale locale) {
    return locale.getLanguage().equals("zh");
  }

  /// Take the texts of the page's language, and tell the browser which it is.
  void translate() {
    boolean chinese = isChinese(getLocale());
    getElement()
        .executeJs(
            SPEAK,
            chinese ? "zh-CN" : "en",
            getTranslation("shell.connection.online"),
            getTranslation("shell.connection.offline"),
            getTranslation("shell.connection.again"));
    language.setText(chinese ? "English" : "中文");
    language.getElement().setAttribute("lang", chinese ? "en" : "zh-CN");
    theme.setAriaLabel(getTranslation("shell.theme"));
    theme.setTooltipText(getTranslation("shell.theme"));
  }

  private void switchLanguage() {
    UI.getCurrent()
        .getSession()
        .setLocale(isChinese(getLocale()) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
  }
}
