package org.marquetry.platform.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marquetry.platform.api.http.Bytes;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Problem;

/// The OpenAPI 3.1 document of the operations that are there.
final class OpenApi {
  private static final Map<String, Object> BYTES =
      content(Reply.BYTES, Map.of("type", "string", "format", "binary"));

  private final Schemas schemas = new Schemas();

  private OpenApi() {}

  static Map<String, Object> of(List<OperationSpec> specs) {
    return new OpenApi().document(specs);
  }

  private Map<String, Object> document(List<OperationSpec> specs) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (OperationSpec spec : specs) {
      paths
          .computeIfAbsent(spec.path(), _ -> new LinkedHashMap<>())
          .put(spec.method().toLowerCase(Locale.ROOT), operation(spec));
    }
    Map<String, Object> key = Map.of("type", "http", "scheme", "bearer");
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", Map.of("title", "Marquetry", "version", "1"));
    document.put("servers", List.of(Map.of("url", "/api/v1")));
    document.put("security", List.of(Map.of("key", List.of())));
    document.put("paths", paths);
    document.put(
        "components",
        Map.of("schemas", schemas.components(), "securitySchemes", Map.of("key", key)));
    return document;
  }

  private Map<String, Object> operation(OperationSpec spec) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("summary", spec.summary());
    operation.put("description", "Needs the permission " + spec.permission() + ".");
    operation.put("parameters", parameters(spec));
    spec.request()
        .ifPresent(type ->
            operation.put(
                "requestBody",
                Map.of(
                    "required",
                    true,
                    "content",
                    type == Bytes.class ? BYTES : content(Reply.JSON, body(type, spec)))));
    Map<String, Object> good = new LinkedHashMap<>();
    good.put("description", "Done");
    spec.response()
        .ifPresent(type ->
            good.put(
                "content", type == Bytes.class ? BYTES : content(Reply.JSON, schemas.of(type))));
    Map<String, Object> bad =
        Map.of(
            "description",
            "What is wrong, where, and what to do",
            "content",
            content(Reply.PROBLEM, schemas.of(Problem.class)));
    operation.put("responses", Map.of("2XX", good, "default", bad));
    return operation;
  }

  private Map<String, Object> body(Class<?> type, OperationSpec spec) {
    Map<String, Object> one = schemas.of(type);
    return spec.most() == 0
        ? one
        : Map.of(
            "oneOf", List.of(one, Map.of("type", "array", "items", one, "maxItems", spec.most())));
  }

  private static List<Object> parameters(OperationSpec spec) {
    List<Object> parameters = new ArrayList<>();
    for (String segment : PathTemplate.of(spec.path()).segments()) {
      if (segment.startsWith("{")) {
        parameters.add(parameter(segment.substring(1, segment.length() - 1), "path", true));
      }
    }
    if (!spec.method().equals("GET")) {
      parameters.add(parameter("Idempotency-Key", "header", false));
    }
    return parameters;
  }

  private static Map<String, Object> parameter(String name, String in, boolean required) {
    return Map.of("name", name, "in", in, "required", required, "schema", Map.of("type", "string"));
  }

  private static Map<String, Object> content(String mediaType, Map<String, Object> schema) {
    return Map.of(mediaType, Map.of("schema", schema));
  }
}
