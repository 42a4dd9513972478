package org.marquetry.ui.extensions;

import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;

/// One part of the page, under an address of its own.
interface Part {
  /// Show what is now.
  void refresh();

  /// Where one searches among its cards: what is typed there outlives this version of the bundle.
  default Optional<TextField> search() {
    return Optional.empty();
  }
}
