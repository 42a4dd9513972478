package org.marquetry.platform.journal;

import java.util.ArrayList;
import java.util.List;

/// All files of the journal in order. Readers take a list that never changes.
final class Segments {
  private volatile List<Segment> all;

  Segments(List<Segment> all) {
    this.all = List.copyOf(all);
  }

  List<Segment> all() {
    return all;
  }

  /// All but the last, which grows.
  List<Segment> sealed() {
    List<Segment> list = all;
    return list.subList(0, list.size() - 1);
  }

  synchronized void add(Segment segment) {
    List<Segment> more = new ArrayList<>(all);
    more.add(segment);
    all = List.copyOf(more);
  }

  synchronized void remove(Segment segment) {
    all = all.stream().filter(s -> s != segment).toList();
  }

  /// The file that holds an offset: the last one that begins at or before it.
  ///
  /// @throws IllegalArgumentException if the offset is older than the first file
  Segment holding(int partition, long offset) {
    List<Segment> list = all;
    for (int i = list.size() - 1; i >= 0; i--) {
      if (list.get(i).header().base().at(partition) <= offset) {
        return list.get(i);
      }
    }
    throw new IllegalArgumentException(
        "offset " + offset + " of partition " + partition + " is no longer in the journal's files");
  }

  /// The file after this one.
  Segment after(Segment segment) {
    long wanted = segment.header().number() + 1;
    for (Segment s : all) {
      if (s.header().number() == wanted) {
        return s;
      }
    }
    throw new IllegalArgumentException("no file follows " + segment.file());
  }
}
