package org.marquetry.ui.sandbox.reveal;

import java.util.List;
import org.marquetry.sandbox.truth.Touch;

/// What may differ between two messages.
enum Aspect {
  ELEMENT("plain", "personal", "urgent", "curious"),
  CHANNEL("email", "sms", "push"),
  OFFER("0", "0.1", "0.2", "0.3"),
  HOUR("9", "12", "15", "18", "21");

  private static final int HOUR_OF_ALL = 12;

  private final List<String> choices;

  Aspect(String... choices) {
    this.choices = List.of(choices);
  }

  /// Its values, as events name them.
  List<String> choices() {
    return choices;
  }

  /// A plain letter at noon without an offer, but for this.
  Touch touch(String value) {
    return switch (this) {
      case ELEMENT -> new Touch("email", value, 0, HOUR_OF_ALL);
      case CHANNEL -> new Touch(value, "plain", 0, HOUR_OF_ALL);
      case OFFER -> new Touch("email", "plain", Double.parseDouble(value), HOUR_OF_ALL);
      case HOUR -> new Touch("email", "plain", 0, Integer.parseInt(value));
    };
  }
}
