package org.marquetry.platform.api.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {
  @Test
  void nobodyMayNothing() {
    assertEquals(Actor.Kind.NOBODY, Actor.current().kind());
    assertFalse(Actor.current().may(Requires.ANY_ACTOR));
    assertFalse(Actor.current().may("profile.read"));
  }

  @Test
  void boundActorHoldsItsPermissionsInsideTheScopeOnly() {
    Actor reader = new Actor(Actor.Kind.USER, "u1", Set.of("profile.read"));
    boolean inside = reader.call(() -> Actor.current().may("profile.read"));
    assertTrue(inside);
    assertFalse(reader.may("profile.write"));
    assertTrue(reader.may(Requires.ANY_ACTOR));
    assertEquals(Actor.Kind.NOBODY, Actor.current().kind());
  }

  @Test
  void starAllowsAll() {
    assertTrue(Actor.SYSTEM.may("feature.install"));
  }
}
