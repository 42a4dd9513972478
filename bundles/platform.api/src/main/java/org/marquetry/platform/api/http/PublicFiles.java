package org.marquetry.platform.api.http;

import java.util.Optional;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.Whiteboard;
import org.osgi.annotation.versioning.ConsumerType;

/// Files that anyone who reaches the port may read, without a key: what the shop shows to everybody
/// anyway. Register it as a service; the door serves `GET /files/FOLDER/NAME`.
@ConsumerType
@Whiteboard
public interface PublicFiles {
  /// The folder, one part of a path, unique in the suite: cheap, and the same each time.
  @Requires(Requires.ANY_ACTOR)
  String folder();

  /// Read a file; returns within 5 s.
  ///
  /// @param name one part of a path, decoded: whatever a stranger typed
  /// @return empty when there is none
  @Requires(Requires.ANY_ACTOR)
  Optional<PublicFile> file(String name);
}
