package org.marquetry.data.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.data.api.Finding;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.Problem;
import org.marquetry.shop.api.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the book keeps as JSON.
final class ImportJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ImportJson() {}

  static String text(ImportMapping m) {
    ObjectNode node = JSON.createObjectNode();
    m.role().ifPresent(v -> node.put("role", v));
    m.encoding().ifPresent(v -> node.put("encoding", v));
    m.delimiter().ifPresent(v -> node.put("delimiter", v));
    m.header().ifPresent(v -> node.put("header", v));
    m.dayFirst().ifPresent(v -> node.put("dayFirst", v));
    m.eventType().ifPresent(v -> node.put("eventType", v));
    m.currency().ifPresent(v -> node.put("currency", v.getCurrencyCode()));
    m.timeZone().ifPresent(v -> node.put("timeZone", v.getId()));
    ObjectNode columns = node.putObject("columns");
    m.columns().forEach(columns::put);
    return JSON.writeValueAsString(node);
  }

  static ImportMapping mapping(String text) {
    JsonNode node = JSON.readTree(text);
    ImportMapping.Builder builder =
        ImportMapping.builder()
            .role(string(node, "role"))
            .encoding(string(node, "encoding"))
            .delimiter(string(node, "delimiter"))
            .header(flag(node, "header"))
            .dayFirst(flag(node, "dayFirst"))
            .eventType(string(node, "eventType"));
    Optional.ofNullable(string(node, "currency"))
        .ifPresent(v -> builder.currency(Currency.getInstance(v)));
    Optional.ofNullable(string(node, "timeZone")).ifPresent(v -> builder.timeZone(ZoneId.of(v)));
    JsonNode columns = node.get("columns");
    if (columns != null) {
      for (Map.Entry<String, JsonNode> column : columns.properties()) {
        builder.column(column.getKey(), column.getValue().asString());
      }
    }
    return builder.build();
  }

  static String text(List<Finding> findings) {
    ArrayNode all = JSON.createArrayNode();
    for (Finding f : findings) {
      ObjectNode node = all.addObject();
      node.put("kind", f.kind().name());
      node.put("code", f.code());
      node.put("meaning", f.meaning());
      node.put("file", f.file());
      f.column().ifPresent(c -> node.put("column", c));
      node.put("rows", f.rows());
    }
    return JSON.writeValueAsString(all);
  }

  /// Without examples: those may name persons and stand in the quarantine.
  static List<Finding> findings(String text) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode node : JSON.readTree(text).values()) {
      findings.add(
          new Finding(
              Finding.Kind.valueOf(node.get("kind").asString()),
              node.get("code").asString(),
              node.get("meaning").asString(),
              node.get("file").asString(),
              Optional.ofNullable(string(node, "column")),
              node.get("rows").asLong(),
              List.of()));
    }
    return findings;
  }

  static String text(Problem p) {
    ObjectNode node = JSON.createObjectNode();
    node.put("where", p.where());
    put(node.putObject("what"), p.what());
    put(node.putObject("remedy"), p.remedy());
    return JSON.writeValueAsString(node);
  }

  private static void put(ObjectNode node, Words words) {
    node.put("zh", head(words.zh()));
    node.put("en", head(words.en()));
  }

  private static String head(String text) {
    return text.length() <= 1_000 ? text : text.substring(0, 1_000);
  }

  static Problem problem(String text) {
    JsonNode node = JSON.readTree(text);
    return new Problem(
        node.get("where").asString(), words(node.get("what")), words(node.get("remedy")));
  }

  /// What was kept before is English only.
  private static Words words(JsonNode node) {
    return node.isObject()
        ? new Words(node.get("zh").asString(), node.get("en").asString())
        : new Words(node.asString(), node.asString());
  }

  private static @Nullable String string(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null ? null : value.asString();
  }

  private static @Nullable Boolean flag(JsonNode node, String key) {
    JsonNode value = node.get(key);
    return value == null ? null : (Boolean) value.asBoolean();
  }
}
