package org.marquetry.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;

class OperationsTest {
  record Item(String id, int stock, Optional<String> note, List<String> tags) {}

  record Named(OperationSpec spec) implements Operation {
    @Override
    public Answer handle(Request request) {
      return Answer.nothing();
    }
  }

  private int swaps;
  private final Operations operations = new Operations(() -> swaps++);

  private Named register(String method, String path, int most) {
    boolean get = method.equals("GET");
    Named operation =
        new Named(
            new OperationSpec(
                method,
                path,
                "Test",
                get ? Optional.empty() : Optional.of(Item.class),
                most,
                Optional.of(Item.class),
                "test.read",
                true,
                OperationSpec.Rate.LIGHT));
    operations.add(operation);
    return operation;
  }

  @Test
  void aFixedPathComesBeforeAParameter() {
    Named one = register("GET", "/items/{id}", 0);
    Named newest = register("GET", "/items/newest", 0);
    assertEquals(one, operations.find("GET", "/items/7").operation());
    assertEquals(Map.of("id", "7"), operations.find("GET", "/items/7").parameters());
    assertEquals(newest, operations.find("GET", "/items/newest").operation());
  }

  @Test
  void anUnknownPathAndAnotherMethodAreToldApart() {
    Named post = register("POST", "/items", 0);
    Problem unknown = problem("POST", "/itens");
    assertEquals(404, unknown.status());
    assertTrue(unknown.action().contains("/api/v1/items?"), unknown.action());
    assertEquals(404, problem("GET", "/items/").status());
    assertEquals(405, problem("GET", "/items").status());
    assertEquals("POST", operations.allowed("/items"));
    operations.remove(post);
    assertEquals(404, problem("POST", "/items").status());
  }

  @Test
  void theOpenApiDocumentDescribesWhatIsThere() {
    register("POST", "/items", 500);
    register("GET", "/items/{id}", 0);
    String document = new Json().write(OpenApi.of(operations.specs()));
    assertTrue(document.startsWith("{\"openapi\":\"3.1.0\""), document);
    assertTrue(document.contains("\"required\":[\"id\",\"stock\"]"), document);
    assertTrue(document.contains("\"maxItems\":500"), document);
    assertTrue(document.contains("\"/items/{id}\":{\"get\":"), document);
    assertTrue(document.contains("#/components/schemas/Problem"), document);
  }

  /// Behind a gate the operation stays the same object while its bundle is swapped.
  private static final class Swapped implements Operation {
    private Class<? extends Record> response = Item.class;

    @Override
    public OperationSpec spec() {
      return OperationSpec.get("/things", "Test", response, "test.read");
    }

    @Override
    public Answer handle(Request request) {
      return Answer.nothing();
    }
  }

  @Test
  void anotherVersionOfAnOperationIsNoticed() {
    Swapped operation = new Swapped();
    operations.add(operation);
    assertEquals(Item.class, operations.find("GET", "/things").spec().response().orElseThrow());
    assertEquals(0, swaps);
    operation.response = Named.class;
    assertEquals(Named.class, operations.find("GET", "/things").spec().response().orElseThrow());
    assertEquals(1, swaps);
    operations.find("GET", "/things");
    assertEquals(1, swaps);
  }

  private Problem problem(String method, String path) {
    return assertThrows(ProblemException.class, () -> operations.find(method, path)).problem();
  }
}
