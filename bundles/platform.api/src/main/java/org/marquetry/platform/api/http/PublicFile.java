package org.marquetry.platform.api.http;

import java.time.Duration;

/// A file as a browser gets it.
///
/// @param type MIME type, for example `image/jpeg`
/// @param content not changed by anybody from here on
/// @param maxAge how long a browser or a proxy may keep it without asking again; a year or more
///   says that it never changes
@SuppressWarnings("ArrayRecordComponent") // written as it is, never compared
public record PublicFile(String type, byte[] content, Duration maxAge) {
  public PublicFile {
    if (type.isBlank() || maxAge.isNegative()) {
      throw new IllegalArgumentException("a file has a type and keeps for a while");
    }
  }
}
