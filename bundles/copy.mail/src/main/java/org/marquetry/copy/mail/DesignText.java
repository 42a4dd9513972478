package org.marquetry.copy.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailOpening;
import org.marquetry.copy.api.MailText;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonArray;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// A design as the store has it.
final class DesignText {
  private DesignText() {}

  static String write(MailDesign design) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("languages", design.languages());
    map.put(
        "openings",
        design.openings().stream()
            .map(o ->
                Map.of("subject", o.subject().versions(), "preheader", o.preheader().versions()))
            .toList());
    map.put(
        "blocks", design.blocks().stream().map(BlockEntry::of).map(DesignText::members).toList());
    return Json.line(map);
  }

  private static Map<String, Object> members(BlockEntry block) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", block.kind());
    block.text().ifPresent(t -> map.put("text", t));
    block.unsubscribe().ifPresent(t -> map.put("unsubscribe", t));
    block.address().ifPresent(a -> map.put("address", a));
    block.link().ifPresent(l -> map.put("link", l));
    block.products().ifPresent(p -> map.put("products", p));
    block.most().ifPresent(m -> map.put("most", m));
    block.columns().ifPresent(c -> map.put("columns", c));
    return map;
  }

  static MailDesign read(String name, String json) {
    JsonObject design = Json.parse(json).asObject();
    return new MailDesign(
        name,
        strings(design.get("languages").asArray()),
        design.get("openings").asArray().values().stream()
            .map(JsonValue::asObject)
            .map(o -> new MailOpening(text(o, "subject"), text(o, "preheader")))
            .toList(),
        design.get("blocks").asArray().values().stream()
            .map(JsonValue::asObject)
            .map(b -> block(b).toBlock())
            .toList());
  }

  private static BlockEntry block(JsonObject block) {
    return new BlockEntry(
        block.get("kind").asString(),
        block.find("text").map(DesignText::versions),
        block.find("unsubscribe").map(DesignText::versions),
        block.find("address").map(JsonValue::asString),
        block.find("link").map(JsonValue::asString),
        block.find("products").map(p -> strings(p.asArray())),
        number(block.find("most")),
        number(block.find("columns")));
  }

  private static MailText text(JsonObject object, String name) {
    return new MailText(versions(object.get(name)));
  }

  private static Map<String, String> versions(JsonValue value) {
    Map<String, String> versions = new TreeMap<>();
    value.asObject().members().forEach((tag, text) -> versions.put(tag, text.asString()));
    return versions;
  }

  private static List<String> strings(JsonArray array) {
    return array.values().stream().map(JsonValue::asString).toList();
  }

  private static OptionalInt number(Optional<JsonValue> value) {
    return value.map(v -> OptionalInt.of(v.asInt())).orElse(OptionalInt.empty());
  }
}
