package org.marquetry.platform.api.http;

/// A body that is no JSON: a file or a part of one, at most 10 MB; larger ones come and go in
/// parts. An operation that takes or gives bytes names this type in its spec.
///
/// @param type media type, for example `text/csv`
/// @param content the bytes; not copied
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record Bytes(String type, byte[] content) {
  public Bytes {
    if (type.isBlank()) {
      throw new IllegalArgumentException("a media type must not be blank");
    }
  }
}
