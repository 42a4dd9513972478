package org.marquetry.ui.api;

import org.osgi.annotation.versioning.ConsumerType;

/// A page or panel whose unsaved state outlives the replacement of its bundle.
///
/// It can save only what the browser has sent: a text field sends when it is left, or while typing
/// with `setValueChangeMode(ValueChangeMode.LAZY)`.
@ConsumerType
public interface Stateful {
  /// Give what a person would miss: typed text, an open row, a filter that is not in the address.
  ViewState save();

  /// Take over what the former version gave; unknown keys are ignored.
  void restore(ViewState state);
}
