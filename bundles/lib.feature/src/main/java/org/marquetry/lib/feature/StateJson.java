package org.marquetry.lib.feature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// The file of one state.
final class StateJson {
  private StateJson() {}

  static Map<String, Object> of(SuiteState state) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", state.number());
    json.put("at", state.at().toString());
    json.put("by", state.by());
    json.put("why", state.why());
    json.put("features", state.parts().stream().map(StateJson::part).toList());
    json.put("configuration", state.configuration());
    return json;
  }

  private static Map<String, Object> part(SuiteState.Part part) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", part.id().toString());
    json.put("added", part.added());
    json.put("owner", part.owner());
    json.put("publisher", part.publisher());
    json.put("document", part.document());
    Map<String, String> bundles = new TreeMap<>();
    part.checksums().forEach((id, checksum) -> bundles.put(id.toString(), checksum));
    json.put("bundles", bundles);
    return json;
  }

  static SuiteState read(JsonObject json) {
    List<SuiteState.Part> parts = new ArrayList<>();
    for (JsonValue value : json.get("features").asArray().values()) {
      JsonObject part = value.asObject();
      Map<ArtifactId, String> checksums = new TreeMap<>();
      part.get("bundles")
          .asObject()
          .members()
          .forEach((id, checksum) -> checksums.put(ArtifactId.parse(id), checksum.asString()));
      parts.add(
          new SuiteState.Part(
              ArtifactId.parse(part.get("id").asString()),
              part.get("added").asBoolean(),
              part.get("owner").asString(),
              part.get("publisher").asString(),
              part.get("document").asString(),
              checksums));
    }
    return new SuiteState(
        json.get("number").asLong(),
        Instant.parse(json.get("at").asString()),
        json.get("by").asString(),
        json.get("why").asString(),
        json.get("configuration").asString(),
        parts);
  }
}
