package org.marquetry.platform.api.http;

import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.Whiteboard;
import org.osgi.annotation.versioning.ConsumerType;

/// One thing that a program can ask over HTTP. Register it as a service; it comes and goes while
/// requests run.
@ConsumerType
@Whiteboard
public interface Operation {
  /// What it is: cheap, and the same each time.
  @Requires(Requires.ANY_ACTOR)
  OperationSpec spec();

  /// Serve one request, as the actor who sent it; returns within 5 s.
  ///
  /// @throws ProblemException to answer with that problem
  /// @throws IllegalArgumentException if what was sent is wrong; its message is the answer (422)
  @Requires(Requires.ANY_ACTOR)
  Answer handle(Request request);
}
