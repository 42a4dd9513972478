package org.marquetry.platform.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// A provider of the odd methods.
final class WoodenShelf implements Shelf {
  private final List<String> items = new ArrayList<>();

  @Override
  public String name() {
    return "wood";
  }

  @Override
  public void put(String item) {
    items.add(item);
  }

  @Override
  public int count() {
    return items.size();
  }

  @Override
  public String all(int a, long b, double c, float d, short e, byte f, char g, boolean h) {
    return List.of(a, b, c, d, e, f, g, h).toString();
  }

  @Override
  public String fail(String how) throws IOException {
    switch (how) {
      case "io" -> throw new IOException(how);
      case "deep" -> throw new StackOverflowError(how);
      default -> throw new IllegalArgumentException(how);
    }
  }

  @Override
  public <T, R extends Comparable<R>> List<R> map(List<T> in, Function<? super T, ? extends R> f) {
    return in.stream().<R>map(f).sorted().toList();
  }

  @Override
  public String join(String... parts) {
    return String.join("-", parts);
  }

  @Override
  public String label() {
    return "wooden " + count();
  }

  @Override
  public int clear() {
    items.clear();
    return items.size();
  }

  @Override
  public String await() throws InterruptedException {
    new CountDownLatch(1).await();
    return "never";
  }

  @Override
  public long compute(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    long turns = 0;
    while (System.nanoTime() < end) {
      turns++;
    }
    return turns;
  }

  @Override
  public String quick() {
    return "quick";
  }

  @Override
  public String toString() {
    return "the provider itself";
  }
}
