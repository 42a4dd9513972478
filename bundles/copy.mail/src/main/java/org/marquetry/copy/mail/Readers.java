package org.marquetry.copy.mail;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailProduct;
import org.marquetry.copy.api.MailReader;
import org.marquetry.copy.api.UnlikeReader;
import org.marquetry.copy.api.UnlikeReader.Kind;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.recommend.api.Reason;
import org.marquetry.recommend.api.Recommendation;
import org.marquetry.recommend.api.Recommendations;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.Row;
import org.marquetry.warehouse.api.Warehouse;

/// What is known of people for a mail.
final class Readers {
  private static final String COLUMNS = "SELECT customer_id, name, language FROM v1.customers ";
  private static final int PAGE = 500;
  private static final Words POPULAR = new Words("其他顾客也常买", "Often bought by other customers");
  private static final String LONG_NAME =
      "Maximiliana Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh";

  private final Warehouse warehouse;
  private final Optional<Recommendations> recommendations;

  Readers(Warehouse warehouse, Optional<Recommendations> recommendations) {
    this.warehouse = warehouse;
    this.recommendations = recommendations;
  }

  /// @param name blank: not known
  private record Known(CustomerId id, String name, String language) {
    static Known of(Row row) {
      return new Known(
          new CustomerId(row.string("customer_id")),
          row.optString("name").orElse(""),
          row.optString("language").orElse(""));
    }
  }

  List<MailReader> of(MailDesign design, List<CustomerId> customers) {
    Map<CustomerId, Known> known = new HashMap<>();
    for (int from = 0; from < customers.size(); from += PAGE) {
      List<String> page =
          customers.subList(from, Math.min(customers.size(), from + PAGE)).stream()
              .map(CustomerId::value)
              .toList();
      ask(
              "WHERE customer_id IN ("
                  + String.join(", ", Collections.nCopies(page.size(), "?"))
                  + ")",
              page)
          .forEach(k -> known.put(k.id, k));
    }
    List<Known> all =
        customers.stream().map(c -> known.getOrDefault(c, new Known(c, "", ""))).toList();
    return readers(design, all);
  }

  private List<Known> ask(String where, List<?> arguments) {
    return Actor.SYSTEM.call(() -> warehouse.query(COLUMNS + where, arguments, Known::of));
  }

  private List<MailReader> readers(MailDesign design, List<Known> people) {
    Map<CustomerId, List<Recommendation>> suited = new HashMap<>();
    int most = design.recommended();
    if (most > 0 && recommendations.isPresent()) {
      people.forEach(p ->
          suited.put(p.id, Actor.SYSTEM.call(() -> recommendations.get().recommend(p.id, most))));
    }
    List<ProductId> past =
        suited.values().stream()
            .flatMap(List::stream)
            .flatMap(r -> r.reason().stream())
            .map(Reason::pastProduct)
            .toList();
    Shelf shelf = Shelf.of(warehouse, past, Optional.empty());
    return people.stream()
        .map(p -> reader(p, suited.getOrDefault(p.id, List.of()), design, shelf))
        .toList();
  }

  private static MailReader reader(
      Known known, List<Recommendation> suited, MailDesign design, Shelf shelf) {
    boolean chinese = design.languageFor(known.language).startsWith("zh");
    List<MailProduct> products =
        suited.stream()
            .map(r -> {
              Words why = why(r, shelf);
              return new MailProduct(r.product(), chinese ? why.zh() : why.en());
            })
            .toList();
    List<Fact> facts =
        known.name.isBlank()
            ? List.of()
            : List.of(Fact.text(FactNames.CUSTOMER_NAME, known.name, "v1.customers"));
    return new MailReader(known.id, known.language, facts, products);
  }

  private static Words why(Recommendation recommendation, Shelf shelf) {
    return recommendation
        .reason()
        .flatMap(reason -> shelf.find(reason.pastProduct()))
        .map(past ->
            new Words(
                "因为您看过或买过“" + past.title() + "”",
                "Because you viewed or bought \"" + past.title() + "\""))
        .orElse(POPULAR);
  }

  /// One of each kind; made up where the shop has none.
  List<UnlikeReader> unlike(MailDesign design) {
    String first = design.languages().getFirst();
    Map<Kind, Known> found = new EnumMap<>(Kind.class);
    Set<CustomerId> taken = new HashSet<>();
    for (Kind kind :
        List.of(Kind.LONG_NAME, Kind.NO_NAME, Kind.OTHER_LANGUAGE, Kind.NEW, Kind.USUAL)) {
      candidates(kind, first).stream()
          .filter(k -> taken.add(k.id))
          .findFirst()
          .ifPresent(k -> found.put(kind, k));
    }
    return Stream.of(Kind.values())
        .map(kind ->
            new UnlikeReader(
                kind,
                !found.containsKey(kind),
                readers(design, List.of(found.getOrDefault(kind, madeUp(kind, design))))
                    .getFirst()))
        .toList();
  }

  /// A few, so that one is left when others took some.
  private List<Known> candidates(Kind kind, String first) {
    String plain = first.replaceFirst("-.*", "");
    String named = "trim(coalesce(name, '')) <> ''";
    return switch (kind) {
      case USUAL ->
          ask(
              "WHERE "
                  + named
                  + " AND language LIKE ? || '%' AND customer_id IN (SELECT customer_id FROM"
                  + " v1.events WHERE type = 'ordered') ORDER BY customer_id LIMIT 5",
              List.of(plain));
      case NO_NAME ->
          ask("WHERE trim(coalesce(name, '')) = '' ORDER BY customer_id LIMIT 5", List.of());
      case OTHER_LANGUAGE ->
          ask(
              "WHERE " + named + " AND language NOT LIKE ? || '%' ORDER BY customer_id LIMIT 5",
              List.of(plain));
      case LONG_NAME ->
          ask("WHERE " + named + " ORDER BY length(name) DESC, customer_id LIMIT 1", List.of());
      case NEW ->
          ask(
              "WHERE "
                  + named
                  + " AND customer_id NOT IN (SELECT customer_id FROM v1.events WHERE"
                  + " type = 'ordered' AND customer_id IS NOT NULL) ORDER BY customer_id LIMIT 5",
              List.of());
    };
  }

  private static Known madeUp(Kind kind, MailDesign design) {
    String first = design.languages().getFirst();
    boolean chinese = first.startsWith("zh");
    String name = chinese ? "李明" : "Kim Brown";
    CustomerId id = new CustomerId("made-up-" + kind.name().toLowerCase(Locale.ROOT));
    return switch (kind) {
      case USUAL, NEW -> new Known(id, name, first);
      case NO_NAME -> new Known(id, "", first);
      case OTHER_LANGUAGE ->
          new Known(
              id,
              chinese ? "Kim Brown" : "李明",
              design.languages().stream().skip(1).findFirst().orElse(chinese ? "en" : "zh"));
      case LONG_NAME -> new Known(id, LONG_NAME, first);
    };
  }
}
