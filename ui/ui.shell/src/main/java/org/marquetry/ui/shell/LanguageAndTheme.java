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
    getElement().executeJs("document.documentElement.lang = $0", chinese ? "zh-CN" : "en");
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
