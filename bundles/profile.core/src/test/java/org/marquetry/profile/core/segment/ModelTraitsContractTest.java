package org.marquetry.profile.core.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.profile.core.CoreProfiles;
import org.marquetry.profile.spi.TraitSource;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Event;
import org.marquetry.tck.TraitSourceContract;

/// Our own source keeps what partners' sources must keep.
class ModelTraitsContractTest extends TraitSourceContract {
  private static final int CUSTOMERS = 60;

  @TempDir static Path folder;
  private static Shop shop;
  private static ModelTraits source;

  @BeforeAll
  static void open() throws IOException {
    shop = new Shop(folder);
    List<Event> events = new ArrayList<>();
    events.add(shop.product("run", "Running shoe", "Shoes", "Swift"));
    for (int c = 0; c < CUSTOMERS; c++) {
      for (int order = 0; order <= c % 5; order++) {
        String id = "o" + c + "-" + order;
        events.add(
            shop.line(
                "ordered", id, "c" + c, "run", 1, 2_000 + 10L * c, 300 - 50 * order - c % 40));
      }
    }
    shop.append(events.toArray(Event[]::new));
    CoreProfiles profiles = CoreProfiles.standard(shop.warehouse);
    profiles.build(shop.now(), Progress.NONE);
    source = new ModelTraits(profiles);
  }

  @AfterAll
  static void close() throws IOException {
    shop.close();
  }

  @Override
  protected TraitSource source() {
    return source;
  }

  @Override
  protected List<CustomerId> known() {
    return List.of(new CustomerId("c4"), new CustomerId("c9"), new CustomerId("c12"));
  }
}
