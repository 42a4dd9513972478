package org.marquetry.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.VaadinRequest;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.marquetry.access.api.LogIn;
import org.marquetry.access.api.SetUp;
import org.marquetry.platform.api.gate.Actor;

/// The first page of a fresh home: the one-time token from the terminal, the first user, and the
/// shop.
public final class SetUpView extends Main implements LocaleChangeObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;
  private static final int MIN_PASSWORD = 10;

  private final transient SetUp setUp;
  private final transient LogIn logIn;
  private final transient Announcement announcement;
  private final LanguageAndTheme choices = new LanguageAndTheme();
  private final H1 title = new H1();
  private final Paragraph intro = new Paragraph();
  private final TextField token = new TextField();
  private final TextField name = new TextField();
  private final PasswordField password = new PasswordField();
  private final TextField shop = new TextField();
  private final ComboBox<Currency> currency = new ComboBox<>();
  private final ComboBox<ZoneId> zone = new ComboBox<>();
  private final Button submit = new Button();
  private final Paragraph problem = new Paragraph();

  SetUpView(PageServices services) {
    this.setUp = services.setUp();
    this.logIn = services.logIn();
    this.announcement = services.announcement();
    addClassName("shell-door");
    currency.setItems(currencies());
    currency.setAllowCustomValue(true);
    currency.addCustomValueSetListener(e -> typed(e.getDetail()));
    currency.setValue(Currency.getInstance(isChinese() ? "CNY" : "USD"));
    zone.setItems(zones());
    zone.setItemLabelGenerator(ZoneId::getId);
    zone.setValue(ZoneId.of(isChinese() ? "Asia/Shanghai" : "UTC"));
    submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    submit.addClickListener(e -> complete());
    submit.setId("complete");
    problem.setId("problem");
    problem.getElement().setAttribute("role", "alert");
    ids();
    FormLayout form = new FormLayout(token, name, password, shop, currency, zone);
    form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
    Div card = new Div(new Brand(), title, intro, form, problem, submit, choices);
    card.addClassNames("shell-card", "shell-wide");
    add(card);
  }

  /// Propose the zone of the browser's machine.
  @Override
  protected void onAttach(AttachEvent event) {
    event
        .getUI()
        .getPage()
        .executeJs("return Intl.DateTimeFormat().resolvedOptions().timeZone")
        .then(
            String.class,
            id ->
                zones().stream()
                    .filter(z -> z.getId().equals(id))
                    .findFirst()
                    .ifPresent(zone::setValue));
  }

  @Override
  public String getPageTitle() {
    return Titles.of(getTranslation("shell.setUp.title"));
  }

  private void ids() {
    token.setId("token");
    name.setId("name");
    password.setId("password");
    shop.setId("shop");
    currency.setId("currency");
    zone.setId("zone");
    List.of(token, name, shop).forEach(f -> f.setRequired(true));
    password.setRequired(true);
  }

  /// The money that some country uses, by code; a market's test codes, metals and units of account
  /// are none.
  private static List<Currency> currencies() {
    return Arrays.stream(Locale.getISOCountries())
        .map(country -> Currency.getInstance(Locale.of("", country)))
        .filter(Objects::nonNull) // Antarctica has none
        .distinct()
        .sorted(Comparator.comparing(Currency::getCurrencyCode))
        .toList();
  }

  /// Take a code in any case; what is none leaves the field empty and says so.
  private void typed(String text) {
    Optional<Currency> meant =
        currencies().stream()
            .filter(c -> c.getCurrencyCode().equalsIgnoreCase(text.strip()))
            .findFirst();
    currency.setValue(meant.orElse(null));
    currency.setErrorMessage(getTranslation("shell.setUp.currency.unknown", text.strip()));
    currency.setInvalid(meant.isEmpty());
  }

  private static List<ZoneId> zones() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(z -> z.contains("/") || z.equals("UTC"))
        .sorted()
        .map(ZoneId::of)
        .toList();
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    choices.translate();
    title.setText(getTranslation("shell.setUp.title"));
    intro.setText(getTranslation("shell.setUp.intro"));
    token.setLabel(getTranslation("shell.setUp.token"));
    token.setHelperText(getTranslation("shell.setUp.token.help"));
    name.setLabel(getTranslation("shell.logIn.name"));
    password.setLabel(getTranslation("shell.logIn.password"));
    password.setHelperText(getTranslation("shell.setUp.password.help"));
    shop.setLabel(getTranslation("shell.setUp.shop"));
    currency.setLabel(getTranslation("shell.setUp.currency"));
    Currency chosen = currency.getValue();
    currency.setItemLabelGenerator(
        c -> c.getCurrencyCode() + " – " + c.getDisplayName(getLocale()));
    currency.clear();
    currency.setValue(chosen); // shown by its label of now
    currency.setInvalid(false); // its message is in the language of before
    zone.setLabel(getTranslation("shell.setUp.zone"));
    submit.setText(getTranslation("shell.setUp.submit"));
  }

  private void complete() {
    if (!filled()) {
      problem.setText(getTranslation("shell.setUp.incomplete"));
      return;
    }
    String tag = isChinese() ? "zh-CN" : "en";
    try {
      SetUp.Request request =
          new SetUp.Request(
              token.getValue().trim(),
              name.getValue().trim(),
              password.getValue(),
              tag,
              shop.getValue().trim(),
              currency.getValue(),
              zone.getValue());
      if (Actor.SYSTEM.call(() -> setUp.complete(request)) == SetUp.Done.WRONG_TOKEN) {
        announcement.token(); // ten wrong ones make a new one
        problem.setText(getTranslation("shell.setUp.wrongToken"));
        return;
      }
    } catch (IllegalArgumentException e) {
      problem.setText(getTranslation("shell.setUp.refused", e.getMessage()));
      return;
    } catch (IllegalStateException e) {
      UI.getCurrent().navigate(LogInView.class);
      return;
    }
    enter();
  }

  private boolean filled() {
    return List.of(token, name, shop).stream().noneMatch(f -> f.getValue().isBlank())
        && password.getValue().length() >= MIN_PASSWORD
        && !currency.isEmpty()
        && !zone.isEmpty();
  }

  private boolean isChinese() {
    return LanguageAndTheme.isChinese(getLocale());
  }

  private void enter() {
    String from = VaadinRequest.getCurrent().getRemoteAddr();
    LogIn.Result result =
        Actor.SYSTEM.call(() -> logIn.logIn(name.getValue(), password.getValue(), from));
    if (result instanceof LogIn.Result.Accepted accepted) {
      UserSession.begin(accepted);
      UI.getCurrent().getPage().setLocation(".");
    } else {
      UI.getCurrent().navigate(LogInView.class);
    }
  }
}
