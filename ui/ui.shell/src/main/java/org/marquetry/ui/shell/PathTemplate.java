package org.marquetry.ui.shell;

import java.util.List;

/// The address of a page, which may end in parameters, as Vaadin writes them: `customers/:customer`
/// (needed), `figures/:figure?` (may be left out).
///
/// @param text as the contribution says it
record PathTemplate(String text) {
  /// The part before the parameters: what the navigation leads to.
  String base() {
    return String.join("/", segments().stream().takeWhile(s -> !s.startsWith(":")).toList());
  }

  /// Tell whether an address is one of this page.
  boolean matches(String path) {
    List<String> wanted = segments();
    List<String> given = path.isEmpty() ? List.of() : List.of(path.split("/", -1));
    if (given.size() > wanted.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      String segment = wanted.get(i);
      boolean fits =
          i < given.size()
              ? segment.startsWith(":") || segment.equals(given.get(i))
              : segment.endsWith("?");
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private List<String> segments() {
    return List.of(text.split("/", -1));
  }
}
