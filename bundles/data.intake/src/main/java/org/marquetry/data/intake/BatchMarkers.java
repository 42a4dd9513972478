package org.marquetry.data.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.Event;

/// Tells the journal's readers about batches: an event in each partition, under an id that follows
/// from the batch, so that telling it again changes nothing.
final class BatchMarkers {
  private final Journal journal;

  BatchMarkers(Journal journal) {
    this.journal = journal;
  }

  /// @param type one of the types of `EventTypes` about batches
  void tell(String type, String batch, Map<String, String> properties, Instant at) {
    int partitions = journal.partitions();
    boolean[] told = new boolean[partitions];
    List<Event> markers = new ArrayList<>();
    for (int n = 0; markers.size() < partitions; n++) {
      Event marker =
          Event.builder(type + "/" + batch + "/" + n, type, at).properties(properties).build();
      int partition = journal.partition(marker.partitionKey());
      if (!told[partition]) {
        told[partition] = true;
        markers.add(marker);
      }
    }
    journal.append(markers);
  }
}
