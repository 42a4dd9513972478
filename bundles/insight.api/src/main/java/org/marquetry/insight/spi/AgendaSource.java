package org.marquetry.insight.spi;

import java.time.Instant;
import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.TimeLimit;
import org.marquetry.platform.api.gate.Whiteboard;
import org.osgi.annotation.versioning.ConsumerType;

/// Tell what a marketer should know or decide today. Register it as a service marked `@Provider`.
@ConsumerType
@Whiteboard
public interface AgendaSource {
  /// The subject, for example `data`; unique in the suite.
  @Requires(Requires.ANY_ACTOR)
  String name();

  /// What there is now; quick, since open pages ask every few seconds.
  ///
  /// @param since of what the suite did by itself only what was done after this counts
  @Requires("insight.read")
  @TimeLimit(millis = 2_000)
  List<AgendaItem> items(Instant since);
}
