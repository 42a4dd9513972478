package org.marquetry.copy.api;

import java.util.List;

/// One written text, plain, never markup.
///
/// @param claims in the order of the text: each value in it with its fact
/// @param writer who wrote it, for example `grammar`
/// @param version of what it was written with
/// @param seed that gives the same text again with the same facts and version
public record Piece(
    String text,
    CopyLanguage language,
    Style style,
    List<Claim> claims,
    String writer,
    String version,
    long seed) {
  public Piece {
    claims = List.copyOf(claims);
  }
}
