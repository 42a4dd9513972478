package org.marquetry.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/// Binds JSON to records and back; strict, with words for what is wrong.
///
/// It remembers the record classes that it saw: make a new one when a bundle goes.
final class Json {
  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // told in our words
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  String write(Object value) {
    return mapper.writeValueAsString(value);
  }

  /// Read one object.
  <T> T read(byte[] body, Class<T> type) {
    try (JsonParser in = mapper.createParser(body)) {
      in.nextToken();
      T value = bind(tree(in), type, "");
      end(in);
      return value;
    } catch (StreamReadException e) {
      throw malformed(e);
    }
  }

  /// Read one object or an array of at most so many.
  <T> List<T> readAll(byte[] body, Class<T> type, int most) {
    try (JsonParser in = mapper.createParser(body)) {
      List<T> values = new ArrayList<>();
      if (in.nextToken() != JsonToken.START_ARRAY) {
        values.add(bind(tree(in), type, ""));
      } else {
        while (in.nextToken() != JsonToken.END_ARRAY) {
          if (values.size() == most) {
            throw new ProblemException(Problems.tooMany(most));
          }
          values.add(bind(tree(in), type, "/" + values.size()));
        }
      }
      end(in);
      return values;
    } catch (StreamReadException e) {
      throw malformed(e);
    }
  }

  private JsonNode tree(JsonParser in) {
    if (in.currentToken() == null) {
      throw new ProblemException(
          new Problem(400, "No JSON", "The body is empty.", "Send a JSON object."));
    }
    return mapper.readTree(in);
  }

  private static void end(JsonParser in) {
    if (in.nextToken() != null) {
      throw new ProblemException(
          new Problem(
              400,
              "Malformed JSON",
              "Something follows the JSON at " + place(in.currentTokenLocation()) + ".",
              "Send one JSON value; several events go into one array."));
    }
  }

  private <T> T bind(JsonNode node, Class<T> type, String at) {
    RecordShape.check(node, type, at);
    try {
      return mapper.treeToValue(node, type);
    } catch (MismatchedInputException e) {
      throw new ProblemException(wrongType(e, at + pointer(e)));
    } catch (JacksonException e) {
      Throwable cause = e.getCause();
      String why = cause == null ? e.getOriginalMessage() : cause.getMessage();
      String where = at + pointer(e);
      throw new ProblemException(
          Problem.invalid(
              where, (where.isEmpty() ? "The body" : where) + ": " + why, "Correct it."));
    }
  }

  private static Problem wrongType(MismatchedInputException e, String at) {
    Class<?> target = e.getTargetType();
    String wanted = target == null ? "another kind of value" : Schemas.words(target);
    return Problem.invalid(at, at + " must be " + wanted, "Send it as the OpenAPI document says.");
  }

  private static String pointer(JacksonException e) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      pointer
          .append('/')
          .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
    }
    return pointer.toString();
  }

  private static ProblemException malformed(StreamReadException e) {
    return new ProblemException(
        new Problem(
            400,
            "Malformed JSON",
            "The JSON is broken at " + place(e.getLocation()) + ": " + e.getOriginalMessage(),
            "Correct it there; a JSON checker shows the place."));
  }

  private static String place(tools.jackson.core.TokenStreamLocation location) {
    return "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
