package org.marquetry.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.VaadinRequest;
import java.time.Duration;
import org.marquetry.access.api.LogIn;
import org.marquetry.platform.api.gate.Actor;

/// Log-in. What is wrong is not told more exactly than "name or password".
public final class LogInView extends Main implements LocaleChangeObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;

  private final transient LogIn logIn;
  private final LoginForm form = new LoginForm();
  private final LanguageAndTheme choices = new LanguageAndTheme();

  LogInView(LogIn logIn) {
    this.logIn = logIn;
    addClassName("shell-door");
    form.setForgotPasswordButtonVisible(false);
    form.addLoginListener(e -> check(e.getUsername(), e.getPassword()));
    Div card = new Div(new Brand(), form, choices);
    card.addClassName("shell-card");
    add(card);
  }

  @Override
  public String getPageTitle() {
    return Titles.of(getTranslation("shell.logIn.title"));
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    choices.translate();
    texts("shell.logIn.wrong.title", "shell.logIn.wrong.text");
  }

  private void check(String name, String password) {
    String from = VaadinRequest.getCurrent().getRemoteAddr();
    switch (Actor.SYSTEM.call(() -> logIn.logIn(name, password, from))) {
      case LogIn.Result.Accepted accepted -> {
        UserSession.begin(accepted);
        UI.getCurrent().getPage().setLocation("."); // loads anew, so that the door knows the user
      }
      case LogIn.Result.Refused _ -> refuse("shell.logIn.wrong");
      case LogIn.Result.Throttled(Duration pause) ->
          refuse("shell.logIn.throttled", pause.toSeconds() + 1);
    }
  }

  private void refuse(String key, Object... arguments) {
    texts(key + ".title", key + ".text", arguments);
    form.setError(true);
  }

  private void texts(String errorTitle, String errorText, Object... arguments) {
    LoginI18n i18n = LoginI18n.createDefault();
    i18n.getForm().setTitle(getTranslation("shell.logIn.title"));
    i18n.getForm().setUsername(getTranslation("shell.logIn.name"));
    i18n.getForm().setPassword(getTranslation("shell.logIn.password"));
    i18n.getForm().setSubmit(getTranslation("shell.logIn.submit"));
    i18n.getErrorMessage().setTitle(getTranslation(errorTitle));
    i18n.getErrorMessage().setMessage(getTranslation(errorText, arguments));
    i18n.getErrorMessage().setUsername(getTranslation("shell.logIn.name.missing"));
    i18n.getErrorMessage().setPassword(getTranslation("shell.logIn.password.missing"));
    form.setI18n(i18n);
  }
}
