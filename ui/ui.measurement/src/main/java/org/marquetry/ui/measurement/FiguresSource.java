package org.marquetry.ui.measurement;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marquetry.insight.api.Figures;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to the figures; while nobody tells them it knows since when.
@Component(service = FiguresSource.class)
public final class FiguresSource {
  private static final Logger log = LoggerFactory.getLogger(FiguresSource.class);

  /// What came of asking.
  sealed interface Answer<T> {
    /// @param value what was asked for
    record Told<T>(T value) implements Answer<T> {}

    /// Nobody tells the figures.
    ///
    /// @param since when that was noticed
    record Away<T>(Instant since) implements Answer<T> {}

    /// Whoever tells the figures could not; the log has the reason.
    record Failed<T>() implements Answer<T> {}
  }

  private final InstantSource clock;
  private volatile @Nullable Figures figures;
  private volatile Instant since;

  @Activate
  public FiguresSource(@Reference InstantSource clock) {
    this.clock = clock;
    since = clock.instant();
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "gone")
  void come(Figures service) {
    figures = service;
  }

  void gone(Figures service) {
    if (service.equals(figures)) {
      figures = null;
      since = clock.instant();
    }
  }

  <T> Answer<T> ask(Function<Figures, T> question) {
    Figures now = figures;
    if (now == null) {
      return new Answer.Away<>(since);
    }
    try {
      return new Answer.Told<>(question.apply(now));
    } catch (ProviderMissing gone) {
      return new Answer.Away<>(clock.instant());
    } catch (RuntimeException e) { // whatever the provider does, the page stands
      log.error("The figures could not be read", e);
      return new Answer.Failed<>();
    }
  }
}
