package org.marquetry.platform.gate;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.TimeLimit;

/// An API with everything that a proxy must pass on unchanged.
@Requires("shelf.use")
public interface Shelf extends ShelfParents.Named, ShelfParents.Labelled, Comparable<Shelf> {
  void put(String item);

  int count();

  String all(int a, long b, double c, float d, short e, byte f, char g, boolean h);

  String fail(String how) throws IOException;

  <T, R extends Comparable<R>> List<R> map(List<T> in, Function<? super T, ? extends R> f);

  String join(String... parts);

  @Override
  default String label() {
    return "shelf with " + count();
  }

  @Override
  String toString();

  static String ofNoUseToAProxy() {
    return "static";
  }

  @Requires("shelf.clear")
  int clear();

  @Requires(Requires.ANY_ACTOR)
  @TimeLimit(millis = 100)
  String await() throws InterruptedException;

  @TimeLimit(millis = 20)
  long compute(long millis);

  @TimeLimit(millis = 10_000)
  String quick();

  @Override
  default int compareTo(Shelf other) {
    return Integer.compare(count(), other.count());
  }
}
