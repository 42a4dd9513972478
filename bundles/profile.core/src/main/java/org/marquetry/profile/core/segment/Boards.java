package org.marquetry.profile.core.segment;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.marquetry.platform.api.compute.ComputePool;
import org.marquetry.profile.core.live.LiveFold;
import org.marquetry.profile.core.live.LiveState;

/// The boards of all partitions; each follows the fold.
final class Boards implements LiveFold.Follower {
  private final LiveFold fold;
  private final ComputePool pool;
  private final Supplier<Basis> basis;
  private final Board[] boards;
  private volatile Basis used;

  Boards(LiveFold fold, ComputePool pool, Supplier<Basis> basis) {
    this.fold = fold;
    this.pool = pool;
    this.basis = basis;
    this.used = basis.get();
    boards = new Board[fold.partitions()];
    java.util.Arrays.setAll(boards, _ -> new Board());
    fold.follow(this);
    load();
  }

  private void load() {
    pool.parallel(
        boards.length, p -> fold.state(p).ifPresent(state -> boards[p].update(state, used)));
  }

  void stop() {
    fold.unfollow(this);
  }

  @Override
  public void published(int partition, LiveState state) {
    boards[partition].update(state, used);
  }

  /// What figures are counted in; makes all boards anew when that changed.
  synchronized Basis basis() {
    Basis now = basis.get();
    if (!now.agrees(used)) {
      used = now;
      load();
    }
    return now;
  }

  List<Board> all() {
    return List.of(boards);
  }

  /// Look at each board; the answers stand in the order of the partitions.
  <T> List<T> each(Function<Board, T> look) {
    Object[] answers = new Object[boards.length];
    pool.parallel(boards.length, p -> answers[p] = boards[p].read(look));
    return IntStream.range(0, answers.length)
        .mapToObj(p -> {
          @SuppressWarnings("unchecked") // made by `look`
          T answer = (T) answers[p];
          return answer;
        })
        .toList();
  }

  /// Look at the board and number of one customer; empty when there is no such customer.
  <T> Optional<T> at(String customer, java.util.function.BiFunction<Board, Integer, T> look) {
    for (Board board : boards) {
      Optional<T> found =
          board.read(b -> {
            int at = b.find(customer);
            return at < 0 ? Optional.<T>empty() : Optional.of(look.apply(b, at));
          });
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
