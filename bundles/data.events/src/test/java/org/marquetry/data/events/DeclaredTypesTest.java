package org.marquetry.data.events;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.access.api.Audit;
import org.marquetry.data.api.OwnTypes.EventType;
import org.marquetry.data.api.OwnTypes.Field;
import org.marquetry.data.api.OwnTypes.Kind;
import org.marquetry.lib.doubles.AuditTo;
import org.marquetry.sql.h2.H2Databases;

final class DeclaredTypesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final EventType TASTING =
      new EventType(
          "tastingBooked",
          "Tasting",
          true,
          List.of(
              new Field("persons", Kind.NUMBER, "", false, true),
              new Field("on", Kind.DATE, "", false, false),
              new Field("vegetarian", Kind.TRUTH, "", false, false),
              new Field("distance", Kind.NUMBER, "km", true, false)));

  @TempDir Path folder;
  private final List<String> acts = new ArrayList<>();
  private H2Databases databases;
  private DeclaredTypes types;

  @BeforeEach
  void open() {
    databases = new H2Databases(folder, () -> NOW);
    Audit audit = new AuditTo(act -> acts.add(act.action() + " " + act.object()));
    types = new DeclaredTypes(databases, audit, () -> NOW);
  }

  @AfterEach
  void close() {
    databases.close();
  }

  @Test
  void aDeclarationOutlivesARestartAndItsHistoryStays() {
    types.declare(TASTING);
    EventType other = new EventType("tastingBooked", "Tea tasting", false, List.of());
    types.declare(other);
    types.declare(new EventType("seat", "Seat", false, List.of()));
    types.withdraw("seat");
    close();
    open();
    assertEquals(List.of(other), types.types());
    assertEquals(Optional.empty(), types.type("seat"));
    assertEquals(
        List.of(Optional.of(other), Optional.of(TASTING)),
        types.history("tastingBooked").stream().map(c -> c.type()).toList());
    assertTrue(types.history("seat").getFirst().type().isEmpty());
    assertEquals("event.declare eventType/tastingBooked", acts.getFirst());
    assertThrows(IllegalArgumentException.class, () -> types.withdraw("seat"));
    assertThrows(
        IllegalArgumentException.class,
        () -> types.declare(new EventType("ordered", "mine", true, List.of())));
  }

  @Test
  void fieldsAreCheckedByTheirKind() {
    assertDoesNotThrow(() ->
        TASTING.check(
            Map.of(
                "persons",
                "2",
                "on",
                "2026-04-01",
                "vegetarian",
                "true",
                "distance",
                "1.5",
                "more",
                "x")));
    for (Map<String, String> wrong :
        List.of(
            Map.<String, String>of(),
            Map.of("persons", "two"),
            Map.of("persons", "1", "on", "01.04.2026"),
            Map.of("persons", "1", "vegetarian", "yes"),
            Map.of("persons", "1", "distance", "9".repeat(50)))) {
      assertThrows(IllegalArgumentException.class, () -> TASTING.check(wrong), "" + wrong);
    }
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new EventType(
                "x1",
                "x",
                true,
                List.of(
                    new Field("a", Kind.TEXT, "", false, false),
                    new Field("a", Kind.DATE, "", false, false))));
  }
}
