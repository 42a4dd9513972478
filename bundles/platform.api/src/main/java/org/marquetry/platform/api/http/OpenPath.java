package org.marquetry.platform.api.http;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.Whiteboard;
import org.osgi.annotation.versioning.ConsumerType;

/// Something that strangers' browsers may ask for, below `/open`: a script that a shop's page
/// embeds, what that script sends. Nobody has logged in; whoever serves it decides what counts.
@ConsumerType
@Whiteboard
public interface OpenPath {
  /// The paths below `/open`, for example `/page.js`; each is served whole, not what lies below it.
  @Requires(Requires.ANY_ACTOR)
  List<String> paths();

  /// Serve one request; returns within 5 s. What it throws is answered as 500 without words.
  @Requires(Requires.ANY_ACTOR)
  OpenAnswer handle(OpenRequest request);
}
