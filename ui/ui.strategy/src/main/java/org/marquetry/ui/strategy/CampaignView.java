package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignCheck;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.experiment.api.Reading;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.SavedLists;
import org.marquetry.ui.api.Told;

/// One campaign: what it is to be, what would come of a launch, approval, launch, how it goes, and
/// what it brought.
final class CampaignView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final transient CampaignServices services;
  private String id = "";
  private transient Optional<SavedCampaign> shown = Optional.empty();
  private transient volatile Optional<CampaignCheck> checked = Optional.empty();
  private transient Optional<Reading> reading = Optional.empty();
  private final Anchor back = new Anchor(CampaignsPage.PATH, "");
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button delete = new Button();
  private final CampaignForm form;
  private final Div checkPanel = new Div();
  private final H2 checkTitle = new H2();
  private final Button check = new Button();
  private final Button test = new Button();
  private final Div columns = new Div();
  private final LivePart<Optional<CampaignCheck>> side =
      new LivePart<>(c -> new CampaignSide(formats()).parts(this, c));
  private final LivePart<Optional<CampaignCheck>> result = new LivePart<>(this::result);
  private final CampaignApproval approval;
  private final LivePart<Optional<LaunchedProgress.Standing>> progress =
      new LivePart<>(this::progress);
  private final Div readingPanel = new Div();
  private final H2 readingTitle = new H2();
  private final Button read = new Button();
  private final LivePart<Optional<Reading>> brought = new LivePart<>(this::brought);
  private final LivePart<List<SavedCampaign>> history = new LivePart<>(this::history);

  /// What the page shows.
  private record Look(
      SavedCampaign saved,
      CampaignState state,
      CampaignApproval.Said said,
      Optional<LaunchedProgress.Standing> progress,
      List<SavedCampaign> history) {}

  CampaignView(CampaignServices services) {
    this.services = services;
    setId("campaign");
    form = new CampaignForm(services, this::save);
    approval = new CampaignApproval(services, () -> show(look()));
    back.getElement().setAttribute("router-link", true);
    about.setId("state");
    about.addClassName("shell-subtitle");
    delete.setId("delete-campaign");
    delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    delete.addClickListener(e -> deleteOrRestore());
    check.setId("check");
    check.setDisableOnClick(true);
    check.addClickListener(e -> check());
    read.setId("read");
    read.setDisableOnClick(true);
    read.addClickListener(e -> read());
    Div head = new Div(new Div(new Nav(back), title, about), delete);
    head.addClassName("shell-head");
    test.setId("test");
    test.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    test.addClickListener(e -> new TestSendDialog(services, id).open());
    Div checkTools = new Div(test, check);
    checkTools.addClassName("mq-tools");
    Div checkHead = new Div(checkTitle, checkTools);
    checkHead.addClassName("shell-head");
    checkPanel.add(checkHead, result);
    Div readHead = new Div(readingTitle, read);
    readHead.addClassName("shell-head");
    readingPanel.add(readHead, brought);
    List.of(checkPanel, approval, progress, readingPanel, history)
        .forEach(panel -> panel.addClassNames("shell-panel", "mq-whole"));
    side.setId("side");
    side.addClassNames("shell-panel", "mq-stays");
    columns.add(new Div(form, checkPanel, approval, progress, readingPanel, history), side);
    add(head, columns);
    services.live().watch(this, PERIOD, this::look, this::show);
    services.live().watch(this, PERIOD, this::lookAtCheck, this::showCheck);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get(CampaignPage.PARAMETER).orElse("");
    shown = services.campaigns().find(id);
  }

  @Override
  public String getPageTitle() {
    return shown
        .map(SavedCampaign::name)
        .orElseGet(() -> getTranslation("strategy.campaign.unknown"));
  }

  private Optional<Look> look() {
    return services
        .campaigns()
        .find(id)
        .map(saved ->
            new Look(
                saved,
                services.campaigns().state(id),
                CampaignApproval.Said.of(services, saved),
                LaunchedProgress.Standing.of(services, id),
                services.campaigns().history(id)));
  }

  /// The check of the newest version: another one is made when that is another.
  private Optional<CampaignCheck> lookAtCheck() {
    Optional<CampaignCheck> known = checked;
    Optional<SavedCampaign> now = services.campaigns().find(id).filter(saved -> !saved.isDeleted());
    if (now.isEmpty()
        || !CampaignServices.may("campaign.check")
        || services.campaigns().state(id).isLaunched()) {
      return Optional.empty();
    }
    int version = now.get().version();
    return known.filter(c -> c.version() == version).isPresent()
        ? known
        : Optional.of(services.campaigns().check(id));
  }

  private void showCheck(Optional<CampaignCheck> now) {
    checked = now;
    show(look());
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    back.removeAll();
    back.add(new Icon("vaadin", "angle-left"), new Span(getTranslation("strategy.campaigns")));
    form.translate();
    checkTitle.setText(getTranslation("strategy.step.check"));
    check.setText(getTranslation("strategy.check"));
    test.setText(getTranslation("strategy.test"));
    readingTitle.setText(getTranslation("strategy.result"));
    read.setText(getTranslation("strategy.result.read"));
    show(look());
  }

  private void show(Optional<Look> look) {
    shown = look.map(Look::saved);
    title.setText(getPageTitle());
    List.of(form, checkPanel, approval, progress, readingPanel, history, delete)
        .forEach(part -> part.setVisible(look.isPresent()));
    if (look.isEmpty()) {
      about.setText(getTranslation("strategy.campaign.unknown.text"));
      return;
    }
    Look now = look.get();
    boolean launched = now.state.isLaunched();
    boolean gone = now.saved.isDeleted();
    boolean write = CampaignServices.may("campaign.write");
    about.setText(
        getTranslation(gone ? "strategy.campaign.deleted" : "strategy.state." + word(now.state)));
    delete.setVisible(write && !now.state.isRunning());
    delete.setText(getTranslation(gone ? "strategy.restore" : "strategy.delete"));
    form.show(now.saved.campaign(), write && !launched && !gone);
    checkPanel.setVisible(!launched && !gone && CampaignServices.may("campaign.check"));
    checked = checked.filter(c -> c.version() == now.saved.version());
    result.show(checked);
    approval.setVisible(!launched && !gone);
    approval.show(now.said);
    test.setVisible(write);
    boolean made = checkPanel.isVisible();
    columns.setClassName("mq-columns", made);
    columns.setClassName("mq-aside", made);
    side.setVisible(made);
    side.show(checked);
    progress.setVisible(now.progress.isPresent());
    progress.show(now.progress);
    readingPanel.setVisible(launched && CampaignServices.may("experiment.read"));
    brought.show(reading);
    history.show(now.history);
  }

  private static String word(Enum<?> value) {
    return CampaignsView.word(value);
  }

  private Formats formats() {
    return services.formats(getLocale());
  }

  private boolean save(Campaign campaign) {
    int before = shown.map(SavedCampaign::version).orElse(0);
    boolean kept = Told.when(this, () -> services.campaigns().change(id, before, campaign));
    show(look());
    return kept;
  }

  private void deleteOrRestore() {
    shown.ifPresent(saved ->
        Told.when(
            this,
            () -> {
              if (saved.isDeleted()) {
                services.campaigns().restore(id, saved.version());
              } else {
                services.campaigns().delete(id, saved.version());
              }
            }));
    show(look());
  }

  private void check() {
    Told.when(this, () -> checked = Optional.of(services.campaigns().check(id)));
    check.setEnabled(true);
    show(look());
  }

  private List<Component> result(Optional<CampaignCheck> found) {
    return found
        .map(c -> new CheckedSum(services, id, c, formats()).parts(this))
        .orElseGet(() -> List.of(Lists.none(getTranslation("strategy.check.none"))));
  }

  private List<Component> progress(Optional<LaunchedProgress.Standing> now) {
    return now.map(
            p -> new LaunchedProgress(services, id, p, formats()).parts(this, () -> show(look())))
        .orElse(List.of());
  }

  private void read() {
    Told.when(this, () -> reading = services.reading(id));
    read.setEnabled(true);
    show(look());
  }

  private List<Component> brought(Optional<Reading> now) {
    return now.map(r -> new ReadResult(r, formats()).parts(this))
        .orElseGet(() -> List.of(Lists.none(getTranslation("strategy.result.none"))));
  }

  private List<Component> history(List<SavedCampaign> versions) {
    SavedLists<SavedCampaign> lists =
        new SavedLists<>(
            this,
            formats(),
            services.colleagues().names(getLocale()),
            CampaignServices.may("campaign.write") && !services.campaigns().state(id).isLaunched(),
            version -> {
              Told.when(this, () -> services.campaigns().restore(id, version.version()));
              show(look());
            });
    CampaignDifference difference = new CampaignDifference(services, this, formats());
    return lists.history(
        versions,
        SavedCampaign::campaign,
        version -> difference.of(version, versions, lists.act(version)));
  }
}
