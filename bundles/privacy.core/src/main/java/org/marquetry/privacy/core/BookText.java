package org.marquetry.privacy.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonNumber;
import org.marquetry.lib.json.JsonValue.JsonObject;
import org.marquetry.privacy.api.ErasureStatus;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;

/// The erasures as JSON text.
final class BookText {
  private BookText() {}

  static String write(OpenErasure open) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("id", open.id());
    Map<String, Object> person = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      if (!open.person().of(kind).isEmpty()) {
        person.put(kind.name(), List.copyOf(open.person().of(kind)));
      }
    }
    text.put("person", person);
    text.put("pseudonym", open.pseudonym());
    text.put("reason", open.reason());
    text.put("requestedBy", open.requestedBy());
    text.put("requestedAt", open.requestedAt().toString());
    text.put("erased", new TreeMap<>(open.erased()));
    text.put("message", open.message());
    return Json.write(text);
  }

  static OpenErasure readOpen(String json) {
    JsonObject o = Json.parse(json).asObject();
    Map<Kind, Set<String>> ids = new EnumMap<>(Kind.class);
    o.get("person")
        .asObject()
        .members()
        .forEach((kind, values) -> ids.put(Kind.valueOf(kind), texts(values)));
    PersonIds person = PersonIds.NONE;
    for (Map.Entry<Kind, Set<String>> kind : ids.entrySet()) {
      person = person.and(kind.getKey(), kind.getValue());
    }
    return new OpenErasure(
        o.get("id").asString(),
        person,
        o.get("pseudonym").asString(),
        o.get("reason").asString(),
        o.get("requestedBy").asString(),
        Instant.parse(o.get("requestedAt").asString()),
        counts(o.get("erased")),
        o.get("message").asString());
  }

  static String write(String salt, List<DoneErasure> done) {
    List<Object> list = new ArrayList<>();
    for (DoneErasure d : done) {
      ErasureStatus s = d.status();
      Map<String, Object> text = new LinkedHashMap<>();
      text.put("number", d.number());
      text.put("id", s.id());
      text.put("reason", s.reason());
      text.put("requestedBy", s.requestedBy());
      text.put("requestedAt", s.requestedAt().toString());
      text.put("finishedAt", s.finishedAt().orElseThrow().toString());
      text.put("erased", s.erased());
      text.put("message", s.message());
      text.put("hashes", d.hashes().stream().sorted().toList());
      list.add(text);
    }
    Map<String, Object> book = new LinkedHashMap<>();
    book.put("salt", salt);
    book.put("done", list);
    return Json.write(book);
  }

  static String readSalt(String json) {
    return Json.parse(json).asObject().get("salt").asString();
  }

  static List<DoneErasure> readDone(String json) {
    List<DoneErasure> done = new ArrayList<>();
    for (JsonValue value : Json.parse(json).asObject().get("done").asArray().values()) {
      JsonObject o = value.asObject();
      done.add(
          new DoneErasure(
              o.get("number").asInt(),
              new ErasureStatus(
                  o.get("id").asString(),
                  ErasureStatus.State.DONE,
                  o.get("reason").asString(),
                  o.get("requestedBy").asString(),
                  Instant.parse(o.get("requestedAt").asString()),
                  Optional.of(Instant.parse(o.get("finishedAt").asString())),
                  counts(o.get("erased")),
                  o.get("message").asString()),
              texts(o.get("hashes"))));
    }
    return done;
  }

  private static Set<String> texts(JsonValue array) {
    Set<String> texts = new HashSet<>();
    array.asArray().values().forEach(v -> texts.add(v.asString()));
    return texts;
  }

  private static Map<String, Long> counts(JsonValue object) {
    Map<String, Long> counts = new TreeMap<>();
    object
        .asObject()
        .members()
        .forEach((name, v) -> counts.put(name, ((JsonNumber) v).value().longValue()));
    return counts;
  }
}
