package org.marquetry.copy.api;

import java.util.List;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Writes copy from facts. Safe for use by many threads.
@ProviderType
@Requires("copy.write")
public interface CopyWriter {
  /// Write different pieces for a brief, spread over its styles. The same brief gives the same
  /// pieces.
  ///
  /// @return at most [Brief#limit] pieces, no two with the same text, each within the channel's
  ///   length; fewer or none when the facts do not carry more (see [#missing])
  List<Piece> write(Brief brief);

  /// Return the names of the facts that would have to be added before anything can be written for a
  /// brief.
  ///
  /// @return empty when [#write] has what it needs; the smallest such set otherwise, in the order
  ///   of their names
  List<String> missing(Brief brief);
}
