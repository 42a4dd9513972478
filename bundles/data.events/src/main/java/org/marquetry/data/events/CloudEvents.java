package org.marquetry.data.events;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonBoolean;
import org.marquetry.lib.json.JsonValue.JsonNull;
import org.marquetry.lib.json.JsonValue.JsonNumber;
import org.marquetry.lib.json.JsonValue.JsonObject;
import org.marquetry.lib.json.JsonValue.JsonString;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;

/// CloudEvents 1.0 as JSON: structured, batched, or binary (attributes in `ce-` headers).
///
/// `data` holds our fields. `source` and `id` together are the event's id, as the specification
/// says that they are unique together only. `subject` and extensions become properties.
final class CloudEvents {
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final int LONGEST_ID = 64;
  private static final String OURS = "org.marquetry.";
  private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,40}");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "specversion", "id", "source", "type", "time", "datacontenttype", "dataschema", "data");
  private static final List<String> HEADERS =
      List.of("specversion", "id", "source", "type", "time", "dataschema", "subject");

  private static final Set<String> FIELDS =
      Set.of(
          "customer",
          "visitor",
          "session",
          "site",
          "product",
          "order",
          "quantity",
          "amountMinor",
          "currency",
          "decision",
          "properties");

  private final Instant now;

  /// @param now the time of an event that has none
  CloudEvents(Instant now) {
    this.now = now;
  }

  /// Tell whether a request brings CloudEvents.
  static boolean in(Request request) {
    String type = contentType(request);
    return type.equals(STRUCTURED)
        || type.equals(BATCH)
        || request.header("ce-specversion").isPresent();
  }

  private static String contentType(Request request) {
    return request
        .header("Content-Type")
        .map(t -> t.split(";", -1)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /// @throws ProblemException 400 naming line and column, 413, or 422 naming event and attribute
  List<SentEvent> read(Request request, int most) {
    try {
      JsonValue body = Json.parse(request.text());
      List<JsonValue> all =
          contentType(request).equals(BATCH) ? body.asArray().values() : List.of(body);
      if (all.size() > most) {
        throw new ProblemException(
            new Problem(413, "Too many", "More than " + most + " events.", "Send fewer at once."));
      }
      boolean binary = request.header("ce-specversion").isPresent();
      List<SentEvent> events = new ArrayList<>(all.size());
      for (JsonValue value : all) {
        events.add(binary ? bound(0, headers(request), value) : structured(events.size(), value));
      }
      return events;
    } catch (JsonException e) {
      throw new ProblemException(
          new Problem(
              400,
              "Not readable",
              "line " + e.line() + ", column " + e.column() + ": " + e.getMessage(),
              "Send CloudEvents 1.0 as JSON."));
    }
  }

  private SentEvent structured(int at, JsonValue value) {
    JsonObject event = value.asObject();
    Map<String, String> attributes = new TreeMap<>();
    event
        .members()
        .forEach((name, v) -> {
          if (!name.equals("data") && !(v instanceof JsonNull)) {
            attributes.put(name, text(v));
          }
        });
    return bound(
        at,
        attributes,
        event.find("data").orElse(new JsonObject(event.place(), Map.of(), Map.of())));
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> attributes = new TreeMap<>();
    for (String name : HEADERS) {
      request
          .header("ce-" + name)
          .ifPresent(v ->
              attributes.put(
                  name, URLDecoder.decode(v.replace("+", "%2B"), StandardCharsets.UTF_8)));
    }
    return attributes;
  }

  private SentEvent bound(int at, Map<String, String> attributes, JsonValue data) {
    try {
      if (!"1.0".equals(attributes.get("specversion"))) {
        throw new IllegalArgumentException("specversion must be 1.0");
      }
      return event(attributes, data.asObject());
    } catch (IllegalArgumentException | JsonException | ArithmeticException e) {
      throw new ProblemException(
          Problem.invalid(
              "/" + at,
              "Event " + at + ": " + e.getMessage() + ".",
              "Correct it and send all again; nothing was stored."));
    }
  }

  private SentEvent event(Map<String, String> attributes, JsonObject data) {
    Map<String, String> properties = new TreeMap<>();
    attributes.forEach((name, value) -> {
      if (!ATTRIBUTES.contains(name) && EXTENSION.matcher(name).matches()) {
        properties.put(name, value);
      }
    });
    data.find("properties")
        .ifPresent(p -> p.asObject().members().forEach((k, v) -> properties.put(k, text(v))));
    for (String name : data.members().keySet()) {
      if (!FIELDS.contains(name)) {
        throw new IllegalArgumentException(
            "data has no field " + name + ", it has " + new TreeSet<>(FIELDS));
      }
    }
    return new SentEvent(
        id(needed(attributes, "source"), needed(attributes, "id")),
        type(needed(attributes, "type")),
        time(attributes.get("time")),
        field(data, "customer"),
        field(data, "visitor"),
        field(data, "session"),
        field(data, "site"),
        field(data, "product"),
        field(data, "order"),
        number(data, "quantity")
            .map(n -> OptionalDouble.of(n.doubleValue()))
            .orElse(OptionalDouble.empty()),
        number(data, "amountMinor")
            .map(n -> OptionalLong.of(n.longValueExact()))
            .orElse(OptionalLong.empty()),
        field(data, "currency"),
        field(data, "decision"),
        properties);
  }

  private static String needed(Map<String, String> attributes, String name) {
    String value = attributes.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException("the attribute " + name + " is missing");
    }
    return value;
  }

  /// Readable while it fits, else a hash of both.
  static String id(String source, String id) {
    String both = source + "#" + id;
    if (both.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ID) {
      return both;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(both.getBytes(StandardCharsets.UTF_8));
      return "ce-" + HexFormat.of().formatHex(hash, 0, 24);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String type(String type) {
    return type.startsWith(OURS) ? type.substring(OURS.length()) : type;
  }

  private Instant time(@Nullable String time) {
    try {
      return time == null ? now : OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("time must be like 2026-01-31T09:30:00Z, got " + time, e);
    }
  }

  private static Optional<String> field(JsonObject data, String name) {
    return data.find(name).filter(v -> !(v instanceof JsonNull)).map(JsonValue::asString);
  }

  private static Optional<BigDecimal> number(JsonObject data, String name) {
    return data.find(name)
        .filter(v -> !(v instanceof JsonNull))
        .map(v -> {
          if (v instanceof JsonNumber n
              && n.value().precision() + Math.abs((long) n.value().scale()) < 40) {
            return n.value();
          }
          throw new IllegalArgumentException(name + " must be a number");
        });
  }

  private static String text(JsonValue value) {
    return switch (value) {
      case JsonString s -> s.value();
      case JsonNumber n when Math.abs((long) n.value().scale()) < 40 -> n.value().toPlainString();
      case JsonBoolean b -> Boolean.toString(b.value());
      default -> throw new IllegalArgumentException("values must be texts, numbers, true or false");
    };
  }
}
