package com.example.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.testing.Client;
import org.marquetry.platform.testing.Felix;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.Segments;
import org.marquetry.sandbox.testing.InSuite;
import org.marquetry.sandbox.testing.WithSandbox;
import org.marquetry.shop.api.CustomerId;

/// In a whole suite with a made-up shop: `mvn verify`.
@InSuite
@WithSandbox(customers = 200)
class SampleIT {
  @Test
  void aSegmentTakesWhoHasPoints(Felix felix, Client client) {
    Segments segments = felix.await(Segments.class);
    SegmentRule rule =
        SegmentRule.all(
            new SegmentRule.NumberRow("samplePoints", OptionalDouble.of(10), OptionalDouble.empty()));
    Actor.SYSTEM.run(() -> {
      List<CustomerId> all = segments.members(SegmentRule.everybody());
      assertEquals(List.of(), segments.members(rule));
      points(client, all.get(3), 12);
      points(client, all.get(4), 9);
      assertEquals(List.of(all.get(3)), segments.members(rule));
    });
  }

  private static void points(Client client, CustomerId customer, int points) {
    String path = "/api/v1/ext/sample/points/" + customer.value();
    assertEquals(204, client.put(path, "{\"points\": " + points + "}").statusCode());
  }
}
