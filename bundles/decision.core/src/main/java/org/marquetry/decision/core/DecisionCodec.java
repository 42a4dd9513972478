package org.marquetry.decision.core;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.decision.api.Candidate;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.Reason;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonNumber;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.DecisionId;
import org.marquetry.shop.api.Event;

/// A decision as a `decided` event. Properties are named and written as the columns of
/// `v1.decisions`: candidates as `[[id, score, probability], ...]`, reasons as `[[code, {fact:
/// value}], ...]`.
final class DecisionCodec {
  static final String TYPE = "decided";

  private DecisionCodec() {}

  /// @throws IllegalArgumentException if the decision is larger than it may be
  static Event encode(Decision d) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("point", d.point());
    fields.put("policy", d.policy());
    fields.put("policy_version", d.policyVersion());
    fields.put("chosen", CompactJson.write(d.chosen()));
    fields.put("candidate_count", Integer.toString(d.candidateCount()));
    fields.put(
        "candidates",
        CompactJson.write(
            d.candidates().stream()
                .<Object>map(c -> List.<Object>of(c.id(), c.score(), c.probability()))
                .toList()));
    fields.put("arms", CompactJson.write(d.arms()));
    fields.put(
        "reasons",
        CompactJson.write(
            d.reasons().stream().<Object>map(r -> List.<Object>of(r.code(), r.facts())).toList()));
    int bytes = bytes(d.id().value()) + bytes(d.person());
    for (Map.Entry<String, String> field : fields.entrySet()) {
      bytes += bytes(field.getKey()) + bytes(field.getValue());
    }
    if (bytes > Decision.MAX_BYTES) {
      throw new IllegalArgumentException(
          "decision "
              + d.id()
              + " must have at most "
              + Decision.MAX_BYTES
              + " bytes, got "
              + bytes
              + "; keep fewer candidates or shorter facts");
    }
    return Event.builder(d.id().value(), TYPE, d.decidedAt())
        .customer(new CustomerId(d.person()))
        .decision(d.id())
        .properties(fields)
        .build();
  }

  static Decision decode(Event event) {
    return decode(
        event.id(), event.customer().orElseThrow().value(), event.occurredAt(), event.properties());
  }

  /// @param fields by the names of the columns of `v1.decisions`
  static Decision decode(String id, String person, Instant at, Map<String, String> fields) {
    return Decision.builder(new DecisionId(id), person, at, field(fields, "point"))
        .policy(field(fields, "policy"), field(fields, "policy_version"))
        .chosen(list(fields, "chosen").stream().map(JsonValue::asString).toList())
        .candidateCount(Integer.parseInt(field(fields, "candidate_count")))
        .candidates(list(fields, "candidates").stream().map(DecisionCodec::candidate).toList())
        .arms(texts(Json.parse(field(fields, "arms"))))
        .reasons(list(fields, "reasons").stream().map(DecisionCodec::reason).toList())
        .build();
  }

  private static Candidate candidate(JsonValue value) {
    List<JsonValue> parts = value.asArray().values();
    return new Candidate(parts.get(0).asString(), number(parts.get(1)), number(parts.get(2)));
  }

  private static Reason reason(JsonValue value) {
    List<JsonValue> parts = value.asArray().values();
    return new Reason(parts.get(0).asString(), texts(parts.get(1)));
  }

  private static double number(JsonValue value) {
    return ((JsonNumber) value).value().doubleValue();
  }

  private static Map<String, String> texts(JsonValue value) {
    Map<String, String> texts = new HashMap<>();
    value.asObject().members().forEach((name, v) -> texts.put(name, v.asString()));
    return texts;
  }

  private static List<JsonValue> list(Map<String, String> fields, String name) {
    return new ArrayList<>(Json.parse(field(fields, name)).asArray().values());
  }

  private static String field(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("a decision has no field '" + name + "'");
    }
    return value;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
