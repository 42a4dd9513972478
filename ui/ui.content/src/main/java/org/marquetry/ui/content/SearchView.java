package org.marquetry.ui.content;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marquetry.search.api.SearchRequest;
import org.marquetry.search.api.SearchResult;
import org.marquetry.shop.api.ProductId;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;

/// Products by words: results while typing, what to narrow by, and why each stands where it stands.
final class SearchView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, Stateful {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(3);
  private static final int TYPING_MILLIS = 220;
  private static final int TIPS = 6;

  private final transient ContentServices services;
  private transient volatile SearchState state = SearchState.FIRST;
  private transient @Nullable Shown shown;
  private final transient Set<ProductId> open = new HashSet<>();
  private final H1 title = new H1();
  private final TextField words = new TextField();
  private final Paragraph count = new Paragraph();
  private final FacetList categories =
      new FacetList("categories", c -> change(state.withCategory(c)));
  private final FacetList brands = new FacetList("brands", b -> change(state.withBrand(b)));
  private final H2 price = new H2();
  private final NumberField from = new NumberField();
  private final NumberField to = new NumberField();
  private final Button wide = new Button("", e -> change(state.wide()));
  private final Div side = new Div();
  private final Div place = new Div();

  SearchView(ContentServices services) {
    this.services = services;
    setId("search-page");
    words.setId("words");
    words.setClearButtonVisible(true);
    words.setAutofocus(true);
    words.setMaxLength(SearchRequest.MAX_TEXT);
    words.setPrefixComponent(new Icon("vaadin", "search"));
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.setValueChangeTimeout(TYPING_MILLIS);
    words.addValueChangeListener(e -> change(state.withText(e.getValue().strip())));
    words.addClassName("mq-words");
    count.setId("count");
    count.addClassName("shell-subtitle");
    count.getElement().setAttribute("role", "status");
    amount(from, "from");
    amount(to, "to");
    wide.setId("all");
    Div prices = new Div(price, from, to);
    prices.addClassName("mq-facet");
    side.add(categories, brands, prices, wide);
    side.addClassName("mq-facets");
    place.addClassName("mq-found");
    Div body = new Div(side, place);
    body.addClassName("mq-search");
    add(title, words, count, body);
    services.live().watch(this, PERIOD, () -> Shown.of(services, state), this::news);
  }

  private void amount(NumberField field, String id) {
    field.setId(id);
    field.setMin(0);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.addValueChangeListener(
        e -> change(state.withPrices(money(from.getValue()), money(to.getValue()))));
  }

  private static Optional<BigDecimal> money(@Nullable Double value) {
    return Optional.ofNullable(value)
        .filter(v -> v >= 0 && v < 1e9)
        .map(BigDecimal::valueOf)
        .map(BigDecimal::stripTrailingZeros);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    take(SearchState.of(event.getLocation().getQueryParameters()));
  }

  private void take(SearchState wanted) {
    state = wanted;
    words.setValue(wanted.text());
    from.setValue(wanted.from().map(BigDecimal::doubleValue).orElse(null));
    to.setValue(wanted.to().map(BigDecimal::doubleValue).orElse(null));
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("content.search"));
    words.setPlaceholder(getTranslation("content.words"));
    words.setAriaLabel(getTranslation("content.words"));
    price.setText(getTranslation("content.price"));
    from.setLabel(getTranslation("content.from"));
    to.setLabel(getTranslation("content.to"));
    wide.setText(getTranslation("content.wide"));
    show(Shown.of(services, state));
  }

  private void change(SearchState wanted) {
    if (wanted.equals(state)) {
      return;
    }
    take(wanted);
    getUI()
        .ifPresent(ui ->
            ui.getPage()
                .getHistory()
                .replaceState(null, new Location(SearchPage.PATH, state.toAddress())));
    show(Shown.of(services, state));
  }

  private void news(Shown now) {
    if (!now.equals(shown) && now.state().equals(state)) { // else it was asked before a change
      show(now);
    }
  }

  private void show(Shown now) {
    shown = now;
    Formats formats = services.formats(getLocale());
    SearchResult result = now.result();
    place.removeAll();
    count.setText(now.inShop() == 0 ? "" : counted(now, formats));
    categories.show(
        getTranslation("content.category"), result.categories(), state.category(), formats);
    brands.show(getTranslation("content.brand"), result.brands(), state.brand(), formats);
    wide.setVisible(state.isNarrowed());
    side.setVisible(result.found() > 0 || state.isNarrowed());
    if (result.found() == 0) {
      place.add(nothing(now));
      return;
    }
    UnorderedList hits = new UnorderedList();
    hits.setId("hits");
    hits.addClassName("mq-hits");
    result.hits().forEach(hit -> hits.add(new HitCard(services, now, hit, formats, open)));
    place.add(hits);
    if (result.found() > result.hits().size() && state.canShowMore()) {
      Button more = new Button(getTranslation("content.more"), e -> change(state.withMore()));
      more.setId("more");
      place.add(more);
    }
  }

  private String counted(Shown now, Formats formats) {
    int found = now.result().found();
    String number = formats.number(found) + (found >= SearchRequest.MAX_LIMIT ? "+" : "");
    String counted =
        getTranslation(state.text().isEmpty() ? "content.all" : "content.found", number);
    return now.result().hits().stream()
        .findFirst()
        .filter(hit -> !state.text().isEmpty())
        .flatMap(hit -> services.search().explain(now.request(), hit.product()))
        .flatMap(ReasonWords::correction)
        .map(word -> counted + " " + getTranslation("content.read-as", word.word(), word.match()))
        .orElse(counted);
  }

  private NothingFound nothing(Shown now) {
    NothingFound.Texts texts = this::getTranslation;
    boolean indexed = !services.search().find(SearchRequest.of("", 1)).isEmpty();
    if (!indexed) {
      return NothingFound.yet(now.inShop() > 0, texts);
    }
    return NothingFound.fits(state, tips(), this::change, texts);
  }

  private List<String> tips() {
    return services.search().search(SearchRequest.of("", 1)).categories().stream()
        .map(SearchResult.Facet::name)
        .limit(TIPS)
        .toList();
  }

  @Override
  public ViewState save() {
    return new ViewState(Map.of("address", state.toAddress().getQueryString()));
  }

  @Override
  public void restore(ViewState kept) {
    kept.get("address")
        .map(address -> SearchState.of(new Location("?" + address).getQueryParameters()))
        .ifPresent(former -> {
          take(former);
          show(Shown.of(services, state));
        });
  }
}
