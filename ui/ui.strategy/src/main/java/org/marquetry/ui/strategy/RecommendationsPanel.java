package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final int SHOWN = 8;
  private static final String WEIGHT = "weight.";

  private final transient CustomerRecommendations.Services services;
  private final transient CustomerId customer;
  private final LivePart<Seen> list = new LivePart<>(this::list);
  private transient volatile @Nullable Seen last;

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

  /// Answers and their reasons are others only when another model answers.
  private Seen look() {
    Optional<ModelCard> card = services.recommendations().card();
    Seen known = last;
    if (known == null || !known.card.equals(card)) {
      known = look(card);
      last = known;
    }
    return known;
  }

  private Seen look(Optional<ModelCard> card) {
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
    return new Seen(card, products, called);
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
    List<Component> parts = new ArrayList<>(List.of(all, learned(seen.card.get())));
    parts.addAll(weights(seen.card.get()));
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

  private Paragraph learned(ModelCard card) {
    Formats formats = new Formats(getLocale(), services.zone().zone());
    Paragraph learned =
        new Paragraph(
            getTranslation(
                "strategy.recommended.learned",
                algorithm(card.provenance().algorithm()),
                formats.dateTime(card.provenance().trainedAt()),
                formats.number(card.interactions()),
                formats.number(card.customers()),
                formats.number(card.products())));
    learned.addClassName("mq-note");
    return learned;
  }

  /// How much each engine of a blend says, and which are not served.
  private List<Component> weights(ModelCard card) {
    Map<Boolean, List<Map.Entry<String, Double>>> weights =
        card.provenance().options().entrySet().stream()
            .filter(option -> option.getKey().startsWith(WEIGHT))
            .collect(Collectors.partitioningBy(option -> option.getValue() > 0));
    Formats formats = new Formats(getLocale(), services.zone().zone());
    List<Component> told = new ArrayList<>();
    told.addAll(
        told(
            "strategy.recommended.weights",
            weights.getOrDefault(true, List.of()),
            w -> algorithm(engine(w)) + " " + formats.percent(w.getValue())));
    told.addAll(
        told(
            "strategy.recommended.unserved",
            weights.getOrDefault(false, List.of()),
            w -> algorithm(engine(w))));
    return told;
  }

  private static String engine(Map.Entry<String, Double> weight) {
    return weight.getKey().substring(WEIGHT.length());
  }

  private List<Component> told(
      String key,
      List<Map.Entry<String, Double>> weights,
      Function<Map.Entry<String, Double>, String> words) {
    if (weights.isEmpty()) {
      return List.of();
    }
    String all =
        weights.stream()
            .map(words)
            .collect(Collectors.joining(getTranslation("strategy.recommended.comma")));
    Paragraph said = new Paragraph(getTranslation(key, all));
    said.addClassName("mq-note");
    return List.of(said);
  }

  /// In words where the suite knows it, else by its name.
  private String algorithm(String name) {
    String key = "strategy.algorithm." + name;
    String words = getTranslation(key);
    return words.equals(key) ? name : words;
  }
}
