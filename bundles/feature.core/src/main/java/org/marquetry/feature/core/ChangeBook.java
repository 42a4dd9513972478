package org.marquetry.feature.core;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.Audit;
import org.marquetry.feature.api.ChangePlan.FeatureStep;
import org.marquetry.feature.api.ChangeRun;
import org.marquetry.feature.api.ChangeRun.Stage;
import org.marquetry.feature.api.ChangeSet;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last change, and what became of it: told, logged, and noted in the audit where there is one.
final class ChangeBook {
  private static final Logger log = LoggerFactory.getLogger(ChangeBook.class);
  private static final int MOST_NOTED = 10; // the audit takes 2,000 characters

  private final Supplier<@Nullable Audit> audit;
  private volatile @Nullable ChangeRun last; // read without a lock

  ChangeBook(Supplier<@Nullable Audit> audit) {
    this.audit = audit;
  }

  Optional<ChangeRun> last() {
    return Optional.ofNullable(last);
  }

  /// The reason of the last change.
  String why() {
    return Objects.requireNonNull(last).why();
  }

  /// A change was made.
  ///
  /// @param settled what was done with what rested on what goes
  /// @param end of its probation
  /// @param number of the state that it became
  /// @param began by the machine's nanoseconds
  ChangeRun made(
      Explained explained,
      ChangeSet set,
      List<ChangeRun.Settled> settled,
      Stage stage,
      Instant now,
      Optional<Instant> end,
      Optional<Long> number,
      long began) {
    Plan plan = explained.plan();
    ChangeRun run =
        new ChangeRun(
            stage,
            actor(),
            set.why(),
            now,
            explained.steps(),
            plan.fresh().stream().map(Change.Fresh::name).toList(),
            plan.gone().stream().map(Probe::name).toList(),
            settled,
            end,
            number,
            Optional.empty(),
            Duration.ofNanos(System.nanoTime() - began));
    log.info(
        "feature change {}: {} in, {} out, {} ms",
        word(stage),
        run.installed().size(),
        run.removed().size(),
        run.took().toMillis());
    return noted(run);
  }

  /// The last change is further.
  ChangeRun became(Stage stage, Optional<Long> number, Optional<Words> reason) {
    ChangeRun before = Objects.requireNonNull(last);
    log.info("feature change {}{}", word(stage), reason.map(r -> ": " + r.en()).orElse(""));
    return noted(
        new ChangeRun(
            stage,
            before.by(),
            before.why(),
            before.at(),
            before.features(),
            before.installed(),
            before.removed(),
            before.settled(),
            Optional.empty(),
            number,
            reason,
            before.took()));
  }

  private ChangeRun noted(ChangeRun run) {
    last = run;
    Audit there = audit.get();
    if (there != null) {
      Map<String, String> details = new LinkedHashMap<>();
      details.put("stage", word(run.stage()));
      details.put("why", cut(run.why()));
      run.reason().ifPresent(reason -> details.put("reason", cut(reason.en())));
      run.features().stream()
          .limit(MOST_NOTED)
          .forEach(step -> details.put("feature " + cut(step.name()), cut(moved(step))));
      String object = run.committed().map(n -> "suiteState/" + n).orElse("suiteState/next");
      there.note(new Audit.Act("feature.change", object, details));
    }
    return run;
  }

  private static String moved(FeatureStep step) {
    return step.before().orElse("-")
        + " -> "
        + step.after().orElse("-")
        + (step.publisher().isEmpty() ? "" : ", " + step.publisher());
  }

  private static String cut(String text) {
    return text.length() <= 80 ? text : text.substring(0, 79) + "…";
  }

  /// The actor of this thread, `kind/name`.
  static String actor() {
    Actor actor = Actor.current();
    return actor.kind().name().toLowerCase(Locale.ROOT) + "/" + actor.name();
  }

  private static String word(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
