package org.marquetry.lib.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Saved;
import org.marquetry.shop.api.VersionConflict;
import org.marquetry.shop.api.Words;

class VersionsTest {
  private record Note(String id, int version, String name, Act act, Instant at, String by)
      implements Saved {}

  private static Note note(String id, int version, String name, Saved.Act act) {
    return new Note(id, version, name, act, Instant.EPOCH.plusSeconds(version), "ada");
  }

  private static List<String> ids(List<Note> notes) {
    return notes.stream().map(Note::id).toList();
  }

  private final Versions<Note> notes =
      new Versions<>(
          new Words("便条", "note"),
          3,
          List.of(
              note("b", 1, "beta", Saved.Act.CREATED),
              note("a", 4, "Alpha", Saved.Act.RESTORED),
              note("x", 2, "gone", Saved.Act.DELETED),
              note("y", 9, "gone too", Saved.Act.DELETED)));

  @Test
  void theyStandByNameAndTheDeletedTheLatestFirst() {
    assertEquals(List.of("a", "b"), ids(notes.list()));
    assertEquals(List.of("y", "x"), ids(notes.deleted()));
    assertEquals("gone", notes.known("x").name());
    Rejected none = assertThrows(Rejected.class, () -> notes.known("z"));
    assertEquals("there is no note z", none.getMessage());
  }

  @Test
  void aNameIsThereOnceAmongThoseThatAreNotDeleted() {
    notes.requireFree("gone", "new");
    notes.requireFree("ALPHA", "a");
    assertThrows(Rejected.class, () -> notes.requireFree("ALPHA", "new"));
    notes.requireRoom();
    notes.put(note("c", 1, "c", Saved.Act.CREATED));
    assertThrows(Rejected.class, notes::requireRoom);
  }

  @Test
  void aChangeBeginsWithTheNewestVersion() {
    assertEquals("Alpha", notes.require("a", 4).name());
    VersionConflict conflict = assertThrows(VersionConflict.class, () -> notes.require("a", 3));
    assertEquals(4, conflict.version());
    assertThrows(Rejected.class, () -> notes.require("z", 1));
  }
}
