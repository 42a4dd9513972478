package org.marquetry.ui.extensions;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.LogIn;
import org.marquetry.feature.api.ChangePlan;
import org.marquetry.feature.api.ChangeRun.Stage;
import org.marquetry.feature.api.ChangeSet;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.Features;
import org.marquetry.feature.api.Wish;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.InputDialog;

/// Shows the plan of a change, asks why and for the password again, and begins it. Every change of
/// the page goes through here.
final class PlanDialog extends InputDialog {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final List<Integer> PROBATIONS = List.of(0, 10, 60, 300, 1800);
  private static final int USUAL = 10;

  private final transient ExtensionServices services;
  private final transient List<Wish> wishes;
  private final transient Runnable begun;
  private final Div place = new Div();
  private final UsesPart uses = new UsesPart();
  private final TextField why = new TextField();
  private final Select<Integer> probation = new Select<>();
  private final PasswordField password = new PasswordField();
  private final Paragraph refused = new Paragraph();
  private transient @Nullable Looked planned;

  /// What looking for the plan brought: it, or why there is none.
  ///
  /// @param isBusy whether another change is not over yet
  private record Looked(Optional<ChangePlan> plan, List<Words> refused, boolean isBusy) {}

  /// @param titleKey of what it does, with its arguments
  /// @param begun called in the tab when the change has begun
  PlanDialog(
      ExtensionServices services,
      List<Wish> wishes,
      Runnable begun,
      String titleKey,
      Object... arguments) {
    super(titleKey, "extensions.plan.apply", arguments);
    this.services = services;
    this.wishes = wishes;
    this.begun = begun;
    setWidth("40rem");
    stayOpen();
    why.setId("why");
    why.setLabel(getTranslation("extensions.plan.why"));
    why.setMaxLength(200);
    probation.setId("probation");
    probation.setLabel(getTranslation("extensions.plan.probation"));
    probation.setItems(PROBATIONS);
    probation.setValue(USUAL);
    probation.setItemLabelGenerator(s ->
        s == 0
            ? getTranslation("extensions.plan.probation.none")
            : getTranslation("extensions.plan.probation.seconds", s));
    password.setId("again");
    password.setLabel(getTranslation("extensions.plan.password"));
    password.setHelperText(getTranslation("extensions.plan.password.help"));
    refused.setId("refused");
    refused.setVisible(false);
    refused.addClassName("shell-bad");
    refused.getElement().setAttribute("role", "alert");
    ProgressBar bar = new ProgressBar();
    bar.setIndeterminate(true);
    bar.getElement().setAttribute("aria-label", getTranslation("extensions.plan.looking"));
    place.add(new Paragraph(getTranslation("extensions.plan.looking")), bar);
    add(place, uses, why, probation, password, refused);
    messageBelow();
    offer(false);
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  /// The plan is made once, without the tab's lock: a repository may be far away.
  private Looked look() {
    if (isBusy()) {
      planned = null; // what runs will be another
      return new Looked(Optional.empty(), List.of(), true);
    }
    Looked known = planned;
    if (known == null) {
      known = plan();
      planned = known;
    }
    return known;
  }

  private boolean isBusy() {
    Features features = services.features();
    return features.progress().filter(p -> p.refused().isEmpty()).isPresent()
        || features
            .last()
            .filter(r -> r.stage() == Stage.PROBATION || r.stage() == Stage.STAGED)
            .isPresent();
  }

  private Looked plan() {
    try {
      ChangeSet set = new ChangeSet(wishes, "", Duration.ZERO);
      return new Looked(Optional.of(services.features().plan(set)), List.of(), false);
    } catch (FeatureException e) {
      return new Looked(Optional.empty(), List.of(e.words()), false);
    }
  }

  private void show(Looked now) {
    place.removeAll();
    if (now.isBusy()) {
      offer(false);
      place.add(new Paragraph(getTranslation("extensions.plan.busy")));
      return;
    }
    if (now.plan().isEmpty()) {
      Paragraph first = new Paragraph(getTranslation("extensions.plan.refused"));
      first.addClassName("shell-bad");
      first.getElement().setAttribute("role", "alert");
      place.add(first, Refusals.said(now.refused(), getLocale()));
      return;
    }
    ChangePlan plan = now.plan().get();
    PlanWords words =
        new PlanWords(this::getTranslation, getLocale(), services.people(getLocale()).names());
    place.add(new PlanPart(words, plan));
    boolean possible = plan.problems().isEmpty() && !plan.isEmpty();
    offer(possible);
    if (possible) {
      uses.show(plan, words);
    }
    probation.setVisible(possible && !plan.restart());
    if (possible) {
      password.focus();
    }
  }

  private void offer(boolean possible) {
    uses.setVisible(false);
    why.setVisible(possible);
    probation.setVisible(possible);
    password.setVisible(possible);
    main().setEnabled(possible);
  }

  @Override
  protected void submit() {
    UI ui = getUI().orElseThrow();
    String from = Objects.requireNonNullElse(ui.getSession().getBrowser().getAddress(), "");
    switch (services.logIn().confirm(password.getValue(), from)) {
      case LogIn.Result.Accepted _ -> begin();
      case LogIn.Result.Refused _ -> say(getTranslation("extensions.plan.wrong"));
      case LogIn.Result.Throttled(Duration pause) ->
          say(getTranslation("extensions.plan.throttled", pause.toSeconds() + 1));
    }
    password.clear();
  }

  private void say(String why) {
    refused.setText(why);
    refused.setVisible(true);
  }

  private void begin() {
    Duration watched = Duration.ofSeconds(Objects.requireNonNullElse(probation.getValue(), USUAL));
    ChangeSet set =
        new ChangeSet(wishes, why.getValue().strip(), watched, uses.all(), uses.single());
    Refusals.asArgument(() -> services.features().begin(set));
    close();
    begun.run();
  }
}
