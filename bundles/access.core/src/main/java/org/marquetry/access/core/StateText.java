package org.marquetry.access.core;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// The state as JSON, format 1.
final class StateText {
  private static final int FORMAT = 1;

  private StateText() {}

  static String write(State state) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", FORMAT);
    all.put("users", state.accounts().stream().map(StateText::account).toList());
    all.put("keys", state.keys().stream().map(StateText::key).toList());
    all.put("shop", state.changes().stream().map(StateText::change).toList());
    return Json.write(all);
  }

  static State read(JsonValue text) {
    JsonObject all = text.asObject();
    if (all.get("format").asInt() != FORMAT) {
      throw new JsonException(
          all.get("format").place(),
          "this is format " + all.get("format").asInt() + ", known is " + FORMAT);
    }
    return new State(
        list(all, "users", StateText::account),
        list(all, "keys", StateText::key),
        list(all, "shop", StateText::change));
  }

  private static Map<String, Object> account(Account a) {
    return ordered(
        "id",
        a.id(),
        "name",
        a.name(),
        "hash",
        a.hash(),
        "roles",
        sorted(a.roles()),
        "language",
        a.language());
  }

  private static Account account(JsonObject o) {
    return new Account(
        string(o, "id"),
        string(o, "name"),
        string(o, "hash"),
        strings(o, "roles"),
        string(o, "language"));
  }

  private static Map<String, Object> key(Key k) {
    return ordered(
        "id", k.id(), "label", k.label(), "hash", k.hash(), "permissions", sorted(k.permissions()));
  }

  private static Key key(JsonObject o) {
    return new Key(
        string(o, "id"), string(o, "label"), string(o, "hash"), strings(o, "permissions"));
  }

  private static Map<String, Object> change(Change c) {
    ShopSettings.Settings s = c.settings();
    return ordered(
        "at",
        c.at().toString(),
        "by",
        c.by(),
        "name",
        s.name(),
        "currency",
        s.currency().getCurrencyCode(),
        "zone",
        s.zone().getId());
  }

  private static Change change(JsonObject o) {
    return new Change(
        Instant.parse(string(o, "at")),
        string(o, "by"),
        new ShopSettings.Settings(
            string(o, "name"),
            Currency.getInstance(string(o, "currency")),
            ZoneId.of(string(o, "zone"))));
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  private static List<String> sorted(Set<String> words) {
    return List.copyOf(new TreeSet<>(words));
  }

  private static String string(JsonObject o, String name) {
    return o.get(name).asString();
  }

  private static Set<String> strings(JsonObject o, String name) {
    return o.get(name).asArray().values().stream()
        .map(JsonValue::asString)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <T> List<T> list(JsonObject o, String name, Function<JsonObject, T> read) {
    return o.get(name).asArray().values().stream().map(JsonValue::asObject).map(read).toList();
  }
}
