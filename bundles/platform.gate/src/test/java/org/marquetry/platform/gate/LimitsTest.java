package org.marquetry.platform.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

final class LimitsTest {
  private static Bundle at(String location) {
    return (Bundle)
        Proxy.newProxyInstance(
            Bundle.class.getClassLoader(), new Class<?>[] {Bundle.class}, (_, _, _) -> location);
  }

  @Test
  void thePropertyLimitsByLocationAndOthersHaveAll() {
    Limits limits = Limits.from("marquetry:a:x:1:00=send,views.add\nmarquetry:a:y:1:00=\n");
    Bundle x = at("marquetry:a:x:1:00");
    assertTrue(limits.allow(x, "Channel", "send"));
    assertFalse(limits.allow(x, "Profiles", "profiles.read"));
    assertFalse(limits.allow(at("marquetry:a:y:1:00"), "Channel", "send"));
    assertTrue(limits.allow(at("marquetry:a:z:1:00"), "Profiles", "profiles.read"));
    assertTrue(limits.allow(x, "Catalogue", null));
    assertEquals(
        List.of("Profiles needs the power profiles.read"), limits.refused(x.getLocation()));
    limits.limit(x.getLocation(), Set.of("profiles.read"));
    assertTrue(limits.allow(x, "Profiles", "profiles.read"));
    assertEquals(List.of(), limits.refused(x.getLocation()));
    assertTrue(Limits.from(null).isNobodyLimited());
  }

  @Test
  void aLineWithoutPowersIsRefused() {
    var e = assertThrows(IllegalArgumentException.class, () -> Limits.from("marquetry:a:x"));
    assertEquals(
        "a line of the framework property marquetry.powers must be LOCATION=POWERS, got"
            + " 'marquetry:a:x'",
        e.getMessage());
  }
}
