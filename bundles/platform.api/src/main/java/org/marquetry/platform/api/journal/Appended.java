package org.marquetry.platform.api.journal;

/// Say what became of one event.
///
/// @param eventId the event's id
/// @param partition where it belongs
/// @param offset its place in the partition, or -1 when the id was seen before and it was refused
public record Appended(String eventId, int partition, long offset) {
  /// Make the answer for an id that was seen before.
  public static Appended refused(String eventId, int partition) {
    return new Appended(eventId, partition, -1);
  }

  /// Tell whether the event was stored now; false: its id was there already.
  public boolean isNew() {
    return offset >= 0;
  }
}
