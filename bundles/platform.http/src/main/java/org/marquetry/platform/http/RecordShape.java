package org.marquetry.platform.http;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.marquetry.lib.suggestion.Suggestion;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Compares JSON with a record: which fields are missing, which are too many.
final class RecordShape {
  private static final Set<Class<?>> OPTIONAL =
      Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  /// Reflection is dear: the fields of a record are looked up once, and go with its class.
  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }
      };

  /// @param map whether it is a map; any other container is a list
  /// @param element the class of what it holds
  private record Field(
      String name, boolean required, boolean container, boolean map, Class<?> element) {
    static Field of(RecordComponent component) {
      Class<?> type = component.getType();
      return new Field(
          component.getName(),
          isRequired(component),
          isContainer(type),
          Map.class.isAssignableFrom(type),
          RecordShape.element(component.getGenericType()));
    }
  }

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
    List<Field> fields = FIELDS.get(type);
    for (Field field : fields) {
      check(object, field, at);
    }
    for (String name : object.propertyNames()) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        throw unknown(at + "/" + escaped(name), name, names(fields));
      }
    }
  }

  private static void check(ObjectNode object, Field field, String at) {
    JsonNode value = object.get(field.name());
    boolean absent = value == null || value.isNull();
    if (absent && field.required()) {
      throw invalid(
          at + "/" + field.name(),
          "is missing",
          "Send it; every event or request of this kind needs it.");
    } else if (absent && field.container()) {
      object.set(field.name(), field.map() ? object.objectNode() : object.arrayNode());
    } else if (!absent && field.element().isRecord()) {
      nested(value, field.element(), at + "/" + field.name());
    }
  }

  private static Set<String> names(List<Field> fields) {
    return fields.stream().map(Field::name).collect(Collectors.toCollection(TreeSet::new));
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
