package org.marquetry.placement.bandit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.placement.api.ResponseCounts;
import org.marquetry.warehouse.duckdb.DuckDbWarehouse;
import org.marquetry.warehouse.duckdb.TestShop;

class WarehouseResponsesTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void eachPersonCountsOnceInACampaign(@TempDir Path folder) {
    try (DuckDbWarehouse warehouse = new DuckDbWarehouse(folder)) {
      new TestShop(warehouse)
          .campaign("x", "X", "Type A", AT, AT)
          .campaign("y", "Y", "Type A", AT, AT)
          .campaign("z", "Z", "Type B", AT, AT)
          .member("x", "1", "plain", AT)
          .member("x", "2", "warm", AT)
          .member("y", "1", null, AT)
          .member("z", "3", "warm", AT)
          .event("redeemed", "1", null, AT, campaign("x"))
          .event("redeemed", "1", null, AT, campaign("x"))
          .event("redeemed", "9", null, AT, campaign("x"))
          .event("opened", "2", null, AT, campaign("x"))
          .event("clicked", "2", null, AT, campaign("x"))
          .load();
      WarehouseResponses responses = new WarehouseResponses(warehouse);
      assertEquals(
          List.of(
              new ResponseCounts("Type A", 3, 1, 1, 1), new ResponseCounts("Type B", 1, 0, 0, 0)),
          responses.byKind());
      assertEquals(
          List.of(new ResponseCounts("warm", 2, 1, 1, 0), new ResponseCounts("plain", 1, 0, 0, 1)),
          responses.byVariant());
    }
  }

  private static Map<String, String> campaign(String id) {
    return Map.of("properties", "{\"campaignId\": \"" + id + "\"}");
  }
}
