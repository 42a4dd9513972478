package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.data.api.Product;
import org.marquetry.recommend.api.Basis;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.ProductAddress;

/// The best products for a customer with the past product that speaks most for each, and what that
/// was learned from.
final class RecommendationsPanel extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;

  /// Reasons cost some milliseconds, and models, rules and stocks change seldom.
  private static final Duration PERIOD = Duration.ofSeconds(20);

  private static final int SHOWN = 8;

  private final transient CustomerRecommendations.Services services;
  private final transient CustomerId customer;
  private final LivePart<Seen> list = new LivePart<>(this::list);

  /// @param called what the products are called
  private record Seen(
      Optional<ModelCard> card, List<Recommendation> products, Map<ProductId, String> called) {}

  RecommendationsPanel(CustomerRecommendations.Services services, CustomerId customer) {
    this.services = services;
    this.customer = customer;
    setId("recommended");
    add(list);
    services.live().watch(this, PERIOD, this::look, list::show);
  }

  private Seen look() {
    List<Recommendation> products = services.recommendations().recommend(customer, SHOWN);
    List<ProductId> all =
        products.stream()
            .flatMap(r ->
                Stream.concat(
                    Stream.of(r.product()), r.reason().map(why -> why.pastProduct()).stream()))
            .distinct()
            .toList();
    Map<ProductId, String> called =
        services.catalogue().products(all).stream()
            .collect(Collectors.toMap(Product::id, Product::called));
    return new Seen(services.recommendations().card(), products, called);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    list.show(look());
  }

  private List<Component> list(Seen seen) {
    if (seen.card.isEmpty()) {
      return List.of(Lists.none(getTranslation("strategy.recommended.nothing")));
    }
    if (seen.products.isEmpty()) {
      return List.of(Lists.none(getTranslation("strategy.recommended.all")));
    }
    OrderedList all = new OrderedList();
    seen.products.forEach(product -> all.add(item(product, seen)));
    List<Component> parts = new ArrayList<>(List.of(all));
    Formats formats = new Formats(getLocale(), services.zone().zone());
    parts.addAll(new ModelWords(this, formats).card(seen.card.get()));
    return parts;
  }

  private ListItem item(Recommendation product, Seen seen) {
    Span why = new Span(why(product, seen));
    why.addClassName("mq-note");
    Div texts =
        new Div(
            Lists.link(ProductAddress.of(product.product()), called(product.product(), seen)), why);
    texts.addClassName("mq-stack");
    return new ListItem(texts);
  }

  private String why(Recommendation product, Seen seen) {
    if (product.basis() == Basis.POPULARITY) {
      return getTranslation("strategy.recommended.popular");
    }
    Formats formats = new Formats(getLocale(), services.zone().zone());
    return product
        .reason()
        .map(why ->
            getTranslation(
                "strategy.recommended.because",
                called(why.pastProduct(), seen),
                formats.percent(why.share())))
        .orElseGet(() -> getTranslation("strategy.recommended.history"));
  }

  private static String called(ProductId product, Seen seen) {
    return seen.called.getOrDefault(product, product.value());
  }
}
