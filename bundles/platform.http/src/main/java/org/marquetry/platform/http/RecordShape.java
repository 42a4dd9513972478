package org.marquetry.platform.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.marquetry.lib.suggestion.Suggestion;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Compares JSON with a record: which fields are missing, which are too many.
final class RecordShape {
  private static final Set<Class<?>> OPTIONAL =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  private RecordShape() {}

  static boolean isRequired(RecordComponent component) {
    return !OPTIONAL.contains(component.getType()) && !isContainer(component.getType());
  }

  /// The class behind `Optional<X>`, `List<X>`, `Map<String, X>`, else the type's own.
  static Class<?> element(Type type) {
    if (type instanceof ParameterizedType p) {
      Type[] arguments = p.getActualTypeArguments();
      return element(arguments[arguments.length - 1]);
    }
    return type instanceof Class<?> c ? c : Object.class;
  }

  /// Check an object and what it holds, and put in the lists and maps that were left out.
  ///
  /// @param at JSON pointer of the node
  /// @throws ProblemException 422 naming the field
  static void check(JsonNode node, Class<?> type, String at) {
    if (!(node instanceof ObjectNode object)) {
      throw invalid(at, "must be an object, got " + kind(node), "Send a JSON object.");
    }
    TreeSet<String> known = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      known.add(component.getName());
      component(object, component, at + "/" + component.getName());
    }
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw unknown(at + "/" + escaped(name), name, known);
      }
    }
  }

  private static void component(ObjectNode object, RecordComponent component, String at) {
    JsonNode value = object.get(component.getName());
    boolean absent = value == null || value.isNull();
    if (absent && isRequired(component)) {
      throw invalid(at, "is missing", "Send it; every event or request of this kind needs it.");
    } else if (absent && isContainer(component.getType())) {
      boolean map = Map.class.isAssignableFrom(component.getType());
      object.set(component.getName(), map ? object.objectNode() : object.arrayNode());
    } else if (!absent && element(component.getGenericType()).isRecord()) {
      nested(value, element(component.getGenericType()), at);
    }
  }

  private static void nested(JsonNode value, Class<?> type, String at) {
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(value.get(i), type, at + "/" + i);
      }
    } else {
      check(value, type, at);
    }
  }

  private static boolean isContainer(Class<?> type) {
    return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
  }

  private static String kind(JsonNode node) {
    return node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static ProblemException unknown(String at, String name, Set<String> known) {
    String near =
        Suggestion.closest(name, known)
            .map(k -> "Did you mean \"" + k + "\"?")
            .orElse("There are " + String.join(", ", List.copyOf(known)) + ".");
    return invalid(at, "is not a known field", near);
  }

  private static ProblemException invalid(String at, String what, String action) {
    return new ProblemException(
        Problem.invalid(at, (at.isEmpty() ? "The body" : at) + " " + what, action));
  }
}
