package org.marquetry.copy.mail;

import java.util.List;
import org.marquetry.copy.api.WrittenMail;

/// A design in one language, ready to be filled in.
///
/// @param cells what product each place shows, in the order of the places
/// @param size of the HTML without what is filled in, in characters
record Compiled(
    String language,
    List<Phrase> subjects,
    Template text,
    Template html,
    List<Cell> cells,
    int size) {
  WrittenMail fill(Filling filling) {
    String subject =
        subjects.get(Math.min(filling.opening(), subjects.size() - 1)).fill(filling.values());
    return new WrittenMail(
        language,
        subject.replaceAll("\\s+", " ").strip(),
        text.fill(filling, 2_000),
        html.fill(filling, size + 4_000));
  }
}
