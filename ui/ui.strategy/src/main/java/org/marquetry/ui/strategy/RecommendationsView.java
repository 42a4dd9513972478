package org.marquetry.ui.strategy;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.platform.api.jobs.JobStatus;
import org.marquetry.profile.api.CustomerPage;
import org.marquetry.profile.api.LiveProfiles;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Traits;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.api.RuleEffect;
import org.marquetry.recommend.api.RuleTarget;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.api.Slate;
import org.marquetry.recommend.api.Standing;
import org.marquetry.shop.api.ProductId;

/// What would be recommended to whom: the list with its reasons and what the rules did, why another
/// product is not on it, the rules, and what was learned.
final class RecommendationsView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final int SHOWN = 12;

  private final transient RecommendationsPage.Services services;
  private final transient ProductFinder finder;
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final ComboBox<Profile> customer = new ComboBox<>();
  private final MultiSelectComboBox<ProductId> session = new MultiSelectComboBox<>();
  private final RecommendedList list;
  private final WhyNot whyNot;
  private final RankingRules rules;
  private final LeaningLists leanings;
  private final LearnedModel model;
  private final EngineTable engines;
  private transient RankingWords words;
  private transient RecommendedTo state = RecommendedTo.NOBODY;
  private boolean taking; // from the address, nobody chose

  /// What the page shows.
  ///
  /// @param brands of the products that have one
  /// @param why where the product stands that is asked after
  record Seen(
      Optional<ModelCard> card,
      RecommendedTo to,
      Slate slate,
      Map<ProductId, String> brands,
      List<SavedRule> live,
      List<SavedRule> deleted,
      Optional<Standing> why,
      RuleCosts costs,
      LearnedModel.News news,
      EngineTable.News compared) {
    /// By id, with the deleted ones.
    Map<String, SavedRule> rules() {
      return Stream.concat(live.stream(), deleted.stream())
          .collect(Collectors.toMap(SavedRule::id, Function.identity()));
    }
  }

  RecommendationsView(RecommendationsPage.Services services) {
    this.services = services;
    setId("recommendations");
    finder = new ProductFinder(services.catalogue());
    words = words();
    list = new RecommendedList(services, finder, this::show);
    whyNot = new WhyNot(finder, product -> go(state.asking(product)));
    rules = new RankingRules(services, finder, this::show);
    leanings = new LeaningLists(services, this::show);
    model = new LearnedModel(services, this::show);
    engines = new EngineTable(services, this::show);
    about.addClassName("shell-subtitle");
    choices();
    Div head = new Div(new Div(title, about));
    head.addClassName("shell-head");
    Div who = new Div(customer, session);
    who.addClassName("mq-tools");
    Div side = new Div(whyNot, leanings, model);
    side.addClassName("mq-side");
    Div columns = new Div(list, side);
    columns.addClassName("mq-columns");
    add(head, who, columns, rules, engines);
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  private RankingWords words() {
    return new RankingWords(this, services.formats(getLocale()), finder::called);
  }

  private void choices() {
    customer.setId("customer");
    customer.setClearButtonVisible(true);
    customer.setWidth("18rem");
    customer.setItemLabelGenerator(RecommendationsView::called);
    customer.setItems(this::found, q -> services.profiles().count(q.getFilter().orElse("")));
    customer.addValueChangeListener(e -> {
      if (!taking) {
        go(state.to(Optional.ofNullable(e.getValue()).map(Profile::customer)));
      }
    });
    session.setId("session");
    session.setWidth("22rem");
    session.setItemLabelGenerator(finder::called);
    session.setItems(finder::found, finder::count);
    session.addValueChangeListener(e -> {
      if (!taking) {
        go(state.with(List.copyOf(e.getValue())));
      }
    });
  }

  private Stream<Profile> found(Query<Profile, String> query) {
    int limit = Math.clamp(query.getLimit(), 1, LiveProfiles.MAX_PAGE);
    return services
        .profiles()
        .page(
            new CustomerPage(
                query.getFilter().orElse(""),
                CustomerPage.By.LAST_ACTIVITY,
                true,
                query.getOffset(),
                limit))
        .stream();
  }

  private static String called(Profile profile) {
    return profile
        .text(Traits.NAME)
        .map(name -> name + " · " + profile.customer().value())
        .orElse(profile.customer().value());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    state = RecommendedTo.of(event.getLocation().getQueryParameters());
    take();
    if (isAttached()) {
      show();
    }
  }

  /// Fill the fields with the state.
  private void take() {
    taking = true;
    finder.learn(state.products());
    state.why().map(List::of).ifPresent(finder::learn);
    customer.setValue(state.customer().flatMap(id -> services.profiles().profile(id)).orElse(null));
    session.setValue(state.products());
    whyNot.take(state.why());
    taking = false;
  }

  private void go(RecommendedTo next) {
    if (next.equals(state)) {
      return;
    }
    state = next;
    take();
    getUI()
        .ifPresent(ui ->
            ui.getPage()
                .getHistory()
                .replaceState(null, new Location(RecommendationsPage.PATH, state.toAddress())));
    show();
  }

  private Seen look() {
    RecommendedTo to = state;
    List<JobStatus> jobs = services.jobs().list();
    Slate slate = services.recommendations().slate(to.whom(), SHOWN);
    List<SavedRule> live = services.rules().list();
    List<SavedRule> deleted = services.rules().deleted();
    Optional<Standing> why = to.why().map(p -> services.recommendations().standing(to.whom(), p));
    List<ProductId> named = new ArrayList<>();
    slate
        .shown()
        .forEach(s -> {
          named.add(s.recommendation().product());
          s.recommendation().reason().ifPresent(r -> named.add(r.pastProduct()));
        });
    slate.out().stream().limit(RecommendedList.OUT).forEach(o -> named.add(o.product()));
    Stream.concat(live.stream(), deleted.stream()).forEach(s -> target(s).ifPresent(named::add));
    finder.learn(named);
    Map<ProductId, String> brands = new HashMap<>();
    services
        .catalogue()
        .products(slate.shown().stream().map(s -> s.recommendation().product()).toList())
        .forEach(p -> p.brand().ifPresent(brand -> brands.put(p.id(), brand)));
    return new Seen(
        services.recommendations().card(),
        to,
        slate,
        brands,
        live,
        deleted,
        why,
        RuleCosts.of(jobs),
        model.look(),
        EngineTable.News.of(jobs));
  }

  /// The product that a rule is about, if it is about one.
  private static Optional<ProductId> target(SavedRule saved) {
    Optional<RuleTarget> target =
        saved.rule().effect() instanceof RuleEffect.Hide(var hidden)
            ? Optional.of(hidden)
            : saved.rule().effect() instanceof RuleEffect.Weigh(var weighed, var _)
                ? Optional.of(weighed)
                : Optional.empty();
    return target
        .filter(t -> t.kind() == RuleTarget.Kind.PRODUCT)
        .map(t -> new ProductId(t.value()));
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    words = words();
    title.setText(getTranslation("strategy.recommendations"));
    about.setText(getTranslation("strategy.recommendations.about"));
    customer.setLabel(getTranslation("strategy.recommendations.customer"));
    session.setLabel(getTranslation("strategy.recommendations.session"));
    customer.setHelperText(getTranslation("strategy.recommendations.customer.help"));
    session.setHelperText(getTranslation("strategy.recommendations.session.help"));
    show();
  }

  private void show() {
    show(look());
  }

  private void show(Seen seen) {
    if (!seen.to().equals(state)) {
      return; // somebody else was chosen meanwhile
    }
    list.show(seen, words);
    whyNot.show(seen, words);
    leanings.show(seen, words);
    rules.show(seen, words);
    model.show(seen.card(), seen.news());
    engines.show(seen.compared());
  }
}
