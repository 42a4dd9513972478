package org.marquetry.feature.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.feature.api.ChangeProgress;
import org.marquetry.feature.api.ChangeProgress.Step;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.Wish;
import org.marquetry.feature.core.source.Refusal;
import org.marquetry.shop.api.Words;

/// How far the change is that is being made. Read without waiting for it.
final class Making {
  private volatile @Nullable ChangeProgress now;

  Optional<ChangeProgress> progress() {
    return Optional.ofNullable(now);
  }

  /// @throws FeatureException if another one is being made
  synchronized void begin(List<Wish> wishes, Instant since) {
    if (progress().filter(p -> p.refused().isEmpty()).isPresent()) {
      throw Refusal.conflict(
          "另一个变更正在执行；请等它完成或被拒绝", "another change is being made; wait until it is there or refused");
    }
    now =
        new ChangeProgress(
            ChangeBook.actor(), wishes, since, Step.CHECKING, "", 0, 0, Optional.empty());
  }

  /// It has come to a bundle; of no matter while former bundles are put back.
  synchronized void at(Step step, String bundle, int done, int all) {
    ChangeProgress before = now;
    if (before != null && before.refused().isEmpty()) {
      now = told(before, step, bundle, done, all, Optional.empty());
    }
  }

  /// It was made.
  synchronized void end() {
    now = null;
  }

  synchronized void refused(Words why) {
    ChangeProgress before = now;
    if (before != null) {
      now =
          told(
              before,
              before.step(),
              before.bundle(),
              before.done(),
              before.all(),
              Optional.of(why));
    }
  }

  private static ChangeProgress told(
      ChangeProgress before, Step step, String bundle, int done, int all, Optional<Words> why) {
    return new ChangeProgress(
        before.by(), before.wishes(), before.since(), step, bundle, done, all, why);
  }
}
