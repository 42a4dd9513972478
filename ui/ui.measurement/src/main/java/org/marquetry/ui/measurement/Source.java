package org.marquetry.ui.measurement;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to a service that may be away; it knows since when.
abstract class Source<S> {
  private static final Logger log = LoggerFactory.getLogger(Source.class);

  /// What came of asking.
  sealed interface Answer<T> {
    /// @param value what was asked for
    record Told<T>(T value) implements Answer<T> {}

    /// Nobody tells.
    ///
    /// @param since when that was noticed
    record Away<T>(Instant since) implements Answer<T> {}

    /// Whoever tells could not; the log has the reason.
    record Failed<T>() implements Answer<T> {}
  }

  private final InstantSource clock;
  private volatile @Nullable S service;
  private volatile Instant since;

  Source(InstantSource clock) {
    this.clock = clock;
    since = clock.instant();
  }

  final void came(S provider) {
    service = provider;
  }

  final void went(S provider) {
    if (provider.equals(service)) {
      service = null;
      since = clock.instant();
    }
  }

  final <T> Answer<T> ask(Function<S, T> question) {
    S now = service;
    if (now == null) {
      return new Answer.Away<>(since);
    }
    try {
      return new Answer.Told<>(question.apply(now));
    } catch (ProviderMissing gone) {
      return new Answer.Away<>(clock.instant());
    } catch (RuntimeException e) { // whatever the provider does, the page stands
      log.error("What a page shows could not be read", e);
      return new Answer.Failed<>();
    }
  }
}
