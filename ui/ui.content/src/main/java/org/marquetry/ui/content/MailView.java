package org.marquetry.ui.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailFinding;
import org.marquetry.copy.api.MailText;
import org.marquetry.copy.api.SavedMailDesign;
import org.marquetry.shop.api.Saved;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.SavedLists;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.Told;
import org.marquetry.ui.api.ViewState;

/// One mail design: its blocks, how readers see it, what speaks against sending it, its versions.
/// Every change is saved at once as a version of its own.
final class MailView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, HasDynamicTitle, Stateful {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final int USUAL_PRODUCTS = 4;
  private static final int USUAL_COLUMNS = 2;

  private final transient MailServices services;
  private String id = "";
  private transient Optional<SavedMailDesign> shown = Optional.empty();
  private transient @Nullable Drawn drawn;
  private final Anchor back = new Anchor(MailsPage.PATH, "");
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button settings = new Button();
  private final Button delete = new Button();
  private final MenuBar more = new MenuBar();
  private final H2 blocksTitle = new H2();
  private final BlockList blocks = new BlockList(new Acts());
  private final MailPreview preview;
  private final LivePart<List<MailFinding>> findings = new LivePart<>(this::findings);
  private final LivePart<List<SavedMailDesign>> history = new LivePart<>(this::history);
  private final Div columns = new Div();

  private record Drawn(Optional<SavedMailDesign> saved, Locale language) {}

  /// What the hand does with blocks.
  private final class Acts implements BlockList.Acts {
    @Override
    public void open(int block) {
      edit(block);
    }

    @Override
    public void put(List<MailBlock> changed) {
      change(d -> new MailDesign(d.name(), d.languages(), d.openings(), changed));
    }
  }

  MailView(MailServices services) {
    this.services = services;
    preview = new MailPreview(services, this::check);
    setId("mail");
    back.getElement().setAttribute("router-link", true);
    about.setId("sentence");
    about.addClassName("shell-subtitle");
    settings.setId("mail-settings");
    settings.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    settings.addClickListener(e -> settings());
    delete.setId("delete-mail");
    delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    delete.addClickListener(e -> deleteOrRestore());
    Div tools = new Div(delete, settings);
    tools.addClassName("mq-tools");
    Div head = new Div(new Div(new Nav(back), title, about), tools);
    head.addClassName("shell-head");
    more.setId("add-block");
    Div made = new Div(blocksTitle, blocks, more);
    made.addClassName("shell-panel");
    findings.addClassName("shell-panel");
    Div left = new Div(made, findings);
    left.addClassName("mq-side");
    columns.addClassNames("mq-columns", "mq-halves");
    columns.add(left, preview);
    history.addClassName("shell-panel");
    add(head, columns, history);
    services.live().watch(this, PERIOD, () -> services.designs().find(id), this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get(MailPage.PARAMETER).orElse("");
    shown = services.designs().find(id);
  }

  @Override
  public String getPageTitle() {
    return shown.map(SavedMailDesign::name).orElseGet(() -> getTranslation("content.mail.unknown"));
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    back.removeAll();
    back.add(new Icon("vaadin", "angle-left"), new Span(getTranslation("content.mails")));
    settings.setText(getTranslation("content.mail.settings"));
    blocksTitle.setText(getTranslation("content.blocks"));
    menu();
    preview.translate();
    show(services.designs().find(id));
  }

  private void menu() {
    more.removeAll();
    MenuItem add = more.addItem(getTranslation("content.block.add"));
    MailWords words = new MailWords(this);
    for (MailBlock block : fresh()) {
      add.getSubMenu().addItem(words.kind(block), e -> add(block));
    }
  }

  private static List<MailBlock> fresh() {
    return List.of(
        new MailBlock.Heading(MailText.NONE),
        new MailBlock.Text(MailText.NONE),
        new MailBlock.Picture("", MailText.NONE, ""),
        new MailBlock.Products(List.of(), USUAL_COLUMNS),
        new MailBlock.Recommendations(USUAL_PRODUCTS, USUAL_COLUMNS),
        new MailBlock.Button(MailText.NONE, ""),
        new MailBlock.Coupon(MailText.NONE),
        new MailBlock.Footer(MailText.NONE, MailText.NONE));
  }

  private void show(Optional<SavedMailDesign> now) {
    shown = now;
    Drawn wanted = new Drawn(now, getLocale());
    if (wanted.equals(drawn)) {
      return; // nothing is exchanged under a hand that is about to click
    }
    drawn = wanted;
    title.setText(getPageTitle());
    boolean there = now.isPresent();
    boolean gone = now.map(SavedMailDesign::isDeleted).orElse(false);
    columns.setVisible(there);
    history.setVisible(there);
    settings.setVisible(there && !gone && MailServices.mayWrite());
    more.setVisible(settings.isVisible());
    delete.setVisible(there && MailServices.mayWrite());
    delete.setText(getTranslation(gone ? "content.restore" : "content.delete"));
    if (now.isEmpty()) {
      about.setText(getTranslation("content.mail.unknown.text"));
      return;
    }
    MailDesign design = now.get().design();
    about.setText(
        gone
            ? getTranslation("content.mail.deleted")
            : getTranslation("content.mail.about", String.join(", ", design.languages())));
    blocks.show(design, settings.isVisible());
    preview.show(design);
    check();
    history.show(services.designs().history(id));
  }

  private void check() {
    shown.ifPresent(
        saved -> findings.show(services.designs().check(saved.design(), preview.facts())));
  }

  /// Save a changed design as a version; what is shown is what was saved.
  private void change(UnaryOperator<MailDesign> what) {
    shown.ifPresent(saved ->
        Told.when(
            this,
            () -> services.designs().change(id, saved.version(), what.apply(saved.design()))));
    show(services.designs().find(id));
  }

  /// Save what a dialog made of the version that it was opened with; the dialog says what is wrong.
  private void save(SavedMailDesign before, MailDesign made) {
    services.designs().change(id, before.version(), made);
    show(services.designs().find(id));
  }

  private static MailDesign with(MailDesign design, List<MailBlock> blocks) {
    return new MailDesign(design.name(), design.languages(), design.openings(), blocks);
  }

  /// What proposed texts may say.
  private List<Fact> facts(MailDesign design) {
    List<Fact> facts = new ArrayList<>(preview.facts());
    facts.addAll(services.mails().facts(design));
    return facts;
  }

  private void add(MailBlock block) {
    shown.ifPresent(saved ->
        new BlockDialog(
                services,
                saved.design(),
                block,
                facts(saved.design()),
                made -> save(saved, with(saved.design(), added(saved.design(), made))))
            .open());
  }

  /// Before the footer, which stays the last.
  private static List<MailBlock> added(MailDesign design, MailBlock block) {
    List<MailBlock> blocks = new ArrayList<>(design.blocks());
    boolean footed = !blocks.isEmpty() && blocks.getLast() instanceof MailBlock.Footer;
    blocks.add(footed ? blocks.size() - 1 : blocks.size(), block);
    return blocks;
  }

  private void edit(int number) {
    shown.ifPresent(saved ->
        new BlockDialog(
                services,
                saved.design(),
                saved.design().blocks().get(number),
                facts(saved.design()),
                made -> {
                  List<MailBlock> changed = new ArrayList<>(saved.design().blocks());
                  changed.set(number, made);
                  save(saved, with(saved.design(), changed));
                })
            .open());
  }

  private void settings() {
    shown.ifPresent(saved ->
        new MailSettingsDialog(
                services, saved.design(), facts(saved.design()), made -> save(saved, made))
            .open());
  }

  private void deleteOrRestore() {
    shown.ifPresent(saved ->
        Told.when(
            this,
            () -> {
              if (saved.isDeleted()) {
                services.designs().restore(id, saved.version());
              } else {
                services.designs().delete(id, saved.version());
              }
            }));
    show(services.designs().find(id));
  }

  private List<Component> findings(List<MailFinding> all) {
    H2 heading = new H2(getTranslation("content.findings"));
    if (all.isEmpty()) {
      Paragraph good = new Paragraph(getTranslation("content.findings.none"));
      good.setId("nothing-against");
      return List.of(heading, good);
    }
    UnorderedList list = new UnorderedList();
    list.setId("findings");
    MailWords words = new MailWords(this);
    for (MailFinding finding : all) {
      Span mark = new Span(getTranslation(finding.stops() ? "content.stops" : "content.asks"));
      mark.addClassName(finding.stops() ? "shell-bad" : "mq-note");
      Component place =
          finding.block() == 0
              ? new Span(words.place(finding))
              : jump(words.place(finding), finding.block());
      list.add(new ListItem(mark, place, new Span(": " + finding.words().in(getLocale()))));
    }
    return List.of(heading, list);
  }

  private Component jump(String place, int block) {
    Button jump = new Button(place, e -> blocks.point(block));
    jump.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    return jump;
  }

  private List<Component> history(List<SavedMailDesign> versions) {
    SavedLists<SavedMailDesign> lists =
        new SavedLists<>(
            this,
            services.formats(getLocale()),
            services.colleagues().names(getLocale()),
            MailServices.mayWrite(),
            version -> {
              Told.when(this, () -> services.designs().restore(id, version.version()));
              show(services.designs().find(id));
            });
    return lists.history(versions, SavedMailDesign::design, s -> what(s, lists.act(s), versions));
  }

  private String what(SavedMailDesign version, String act, List<SavedMailDesign> newestFirst) {
    if (version.act() != Saved.Act.CHANGED) {
      return act;
    }
    return newestFirst.stream()
        .filter(s -> s.version() == version.version() - 1)
        .findFirst()
        .map(before -> new MailWords(this).difference(before.design(), version.design()))
        .orElse(act);
  }

  @Override
  public ViewState save() {
    return preview.save();
  }

  @Override
  public void restore(ViewState state) {
    preview.restore(state);
  }
}
