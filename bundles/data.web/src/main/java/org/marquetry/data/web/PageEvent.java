package org.marquetry.data.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.marquetry.data.api.OwnTypes.EventType;
import org.marquetry.data.api.OwnTypes.Field;
import org.marquetry.data.api.PageKeys.PageKey;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonBoolean;
import org.marquetry.lib.json.JsonValue.JsonNumber;
import org.marquetry.lib.json.JsonValue.JsonObject;
import org.marquetry.lib.json.JsonValue.JsonString;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Money;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.shop.api.VisitorId;

/// One event as the page script sends it. Whatever stands in it may be made up: ids get the key in
/// front, so that none of them takes an id of the shop; texts are cut and lose control characters;
/// nobody says here who a customer is, or that one agreed to mail.
record PageEvent(
    PageKey key,
    PageBatch batch,
    JsonObject sent,
    Instant now,
    Function<String, Optional<EventType>> own) {
  /// A page was left; how long it was seen stands in the property `visibleMs`.
  static final String LEFT = "left";

  /// A page tells of an order that the shop itself has not told of.
  static final String CHECKED_OUT = "checkedOut";

  private static final Duration OLDEST = Duration.ofDays(1);
  private static final Pattern ID = Pattern.compile("e-[0-9a-f]{24}");
  private static final int LONGEST_TEXT = 300;
  private static final int MOST_LINES = 100;
  private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000_000);

  /// What kind of event it says to be.
  String type() {
    return text("type").orElse("");
  }

  /// @return 0 when it says none
  long visibleMs() {
    return (long) number("visible").map(BigDecimal::doubleValue).orElse(0.0).doubleValue();
  }

  Instant at() {
    double ago = number("ago").map(BigDecimal::doubleValue).orElse(0.0);
    return now.minusMillis((long) Math.clamp(ago, 0, (double) OLDEST.toMillis()));
  }

  /// @param bot how likely a program made it
  /// @return one event; of an order one for each line
  /// @throws IllegalArgumentException naming what is wrong with it
  List<Event> events(double bot) {
    return switch (type()) {
      case EventTypes.VIEWED -> one(EventTypes.VIEWED, bot, false, "path", "title", "from");
      case EventTypes.SEARCHED -> one(EventTypes.SEARCHED, bot, false, "query", "results");
      case EventTypes.CARTED -> one(EventTypes.CARTED, bot, true);
      case EventTypes.UNCARTED -> one(EventTypes.UNCARTED, bot, true);
      case EventTypes.CONSENTED -> List.of(consent(bot));
      case LEFT -> List.of(left(bot));
      case "order" -> order(bot);
      case "own" -> List.of(own(bot));
      default -> throw new IllegalArgumentException("pages send no events of the type " + type());
    };
  }

  private List<Event> one(String type, double bot, boolean ofProduct, String... texts) {
    TreeMap<String, String> properties = new TreeMap<>();
    for (String name : texts) {
      text(name).filter(t -> !t.isEmpty()).ifPresent(t -> properties.put(name, t));
    }
    Event.Builder event = begin("", type, bot, properties);
    product(sent).ifPresent(event::product);
    if (ofProduct && product(sent).isEmpty()) {
      throw new IllegalArgumentException(type + " must name the product");
    }
    quantity(sent).ifPresent(event::quantity);
    money(sent, "price").ifPresent(event::money);
    return List.of(event.build());
  }

  private Event consent(double bot) {
    boolean granted =
        sent.find("granted").filter(v -> v instanceof JsonBoolean b && b.value()).isPresent();
    TreeMap<String, String> properties = new TreeMap<>();
    properties.put(EventProperties.CHANNEL, "page");
    properties.put("granted", Boolean.toString(granted));
    return begin("", EventTypes.CONSENTED, bot, properties).build();
  }

  private Event left(double bot) {
    TreeMap<String, String> properties = new TreeMap<>();
    properties.put("visibleMs", Long.toString(Math.clamp(visibleMs(), 0, OLDEST.toMillis())));
    properties.put("inputs", Long.toString(Math.clamp(batch.inputs(), 0, 1_000_000)));
    return begin("", LEFT, bot, properties).build();
  }

  /// A type that the shop declared for its pages; what is personal cannot come from one.
  private Event own(double bot) {
    String name = text("name").orElse("");
    EventType type =
        own.apply(name)
            .filter(EventType::fromPages)
            .orElseThrow(() ->
                new IllegalArgumentException("the type " + name + " is not declared for pages"));
    TreeMap<String, String> properties = new TreeMap<>();
    JsonObject given = sent.find("properties").map(JsonValue::asObject).orElse(null);
    for (Field field : type.fields()) {
      Optional<String> value = given == null ? Optional.empty() : any(given, field.name());
      if (value.isPresent() && field.personal()) {
        throw new IllegalArgumentException(
            field.name() + " is personal; let the shop's server send it");
      }
      value.ifPresent(v -> properties.put(field.name(), v));
    }
    type.check(properties);
    Event.Builder event = begin("", name, bot, properties);
    product(sent).ifPresent(event::product);
    return event.build();
  }

  private static Optional<String> any(JsonObject from, String name) {
    return from.find(name).orElse(null) instanceof JsonBoolean b
        ? Optional.of(Boolean.toString(b.value()))
        : text(from, name);
  }

  private List<Event> order(double bot) {
    String order =
        text("order").orElseThrow(() -> new IllegalArgumentException("an order must have an id"));
    List<JsonValue> lines = sent.get("lines").asArray().values();
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      throw new IllegalArgumentException("an order has 1 to " + MOST_LINES + " lines");
    }
    List<Event> events = new ArrayList<>();
    for (JsonValue value : lines) {
      JsonObject line = value.asObject();
      TreeMap<String, String> properties = new TreeMap<>();
      properties.put(EventProperties.LINE, Integer.toString(events.size() + 1));
      Event.Builder event =
          begin(
                  "." + (events.size() + 1),
                  key.countsOrders() ? EventTypes.ORDERED : CHECKED_OUT,
                  bot,
                  properties)
              .order(new OrderId(order));
      product(line).ifPresent(event::product);
      quantity(line).ifPresent(event::quantity);
      money(line, "amount").ifPresent(event::money);
      events.add(event.build());
    }
    return events;
  }

  private Event.Builder begin(
      String suffix, String type, double bot, TreeMap<String, String> properties) {
    String id = text("id").orElse("");
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("id must look like " + ID);
    }
    properties.put(EventProperties.BOT_PROBABILITY, Double.toString(bot));
    return Event.builder(key.id() + "." + id + suffix, type, at())
        .receivedAt(now)
        .session(batch.session())
        .visitor(batch.visitor().map(VisitorId::new).orElse(null))
        .properties(properties);
  }

  private static Optional<ProductId> product(JsonObject from) {
    return text(from, "product").filter(p -> !p.isEmpty()).map(ProductId::new);
  }

  private static Optional<Double> quantity(JsonObject from) {
    Optional<Double> quantity = number(from, "quantity").map(BigDecimal::doubleValue);
    if (quantity.filter(q -> !(q >= 0 && q <= 1_000_000)).isPresent()) {
      throw new IllegalArgumentException("quantity must lie in 0 to 1,000,000");
    }
    return quantity;
  }

  private Optional<Money> money(JsonObject from, String name) {
    Optional<BigDecimal> amount = number(from, name);
    Optional<String> currency = text(from, "currency").or(() -> text("currency"));
    if (amount.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    if (amount.get().signum() < 0 || amount.get().compareTo(MOST_MONEY) > 0) {
      throw new IllegalArgumentException(name + " must lie in 0 to " + MOST_MONEY);
    }
    return Optional.of(Money.of(amount.get(), currency.get()));
  }

  private Optional<String> text(String name) {
    return text(sent, name);
  }

  private Optional<BigDecimal> number(String name) {
    return number(sent, name);
  }

  private static Optional<String> text(JsonObject from, String name) {
    return from.find(name)
        .flatMap(v ->
            switch (v) {
              case JsonString s -> Optional.of(clean(s.value()));
              case JsonNumber n ->
                  Optional.of(n.value().toPlainString()).filter(t -> t.length() < 40);
              default -> Optional.empty();
            });
  }

  private static String clean(String text) {
    String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
    int end = Math.min(plain.length(), LONGEST_TEXT);
    boolean cutsPair =
        end > 0 && end < plain.length() && Character.isHighSurrogate(plain.charAt(end - 1));
    return plain.substring(0, cutsPair ? end - 1 : end);
  }

  /// Numbers come as such or as text.
  private static Optional<BigDecimal> number(JsonObject from, String name) {
    JsonValue value = from.find(name).orElse(null);
    BigDecimal number =
        switch (value) {
          case JsonNumber n -> n.value();
          case JsonString s -> parse(s.value(), name);
          case null, default -> null;
        };
    if (number != null && (Math.abs((long) number.scale()) > 30 || number.precision() > 30)) {
      throw new IllegalArgumentException(name + " must be an ordinary number");
    }
    return Optional.ofNullable(number);
  }

  private static BigDecimal parse(String text, String name) {
    try {
      return new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number", e);
    }
  }

  /// Why an event was refused, for the one who builds the page.
  static String reason(RuntimeException e) {
    return e instanceof JsonException || e instanceof IllegalArgumentException
        ? String.valueOf(e.getMessage())
        : "it cannot be read";
  }
}
