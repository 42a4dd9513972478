package org.marquetry.copy.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactValue;

/// The facts of a brief by name, and their written forms.
final class FactSheet {
  private final Map<String, Fact> facts = new HashMap<>();
  private final ValueForms forms;

  /// Keep the first fact of each name; a fact of the wrong type, or with nothing to show, is as
  /// good as none.
  FactSheet(List<Fact> all, CopyLanguage language) {
    forms = new ValueForms(language);
    for (Fact fact : all) {
      FactTypes type = FactTypes.BY_NAME.get(fact.name());
      if (type == typeOf(fact.value()) && !forms.of(fact.value(), Format.AS_IS).isEmpty()) {
        facts.putIfAbsent(fact.name(), fact);
      }
    }
  }

  private static FactTypes typeOf(FactValue value) {
    return switch (value) {
      case FactValue.Text _ -> FactTypes.TEXT;
      case FactValue.Amount _ -> FactTypes.AMOUNT;
      case FactValue.Count _ -> FactTypes.COUNT;
      case FactValue.Percent _ -> FactTypes.PERCENT;
      case FactValue.Decimal _ -> FactTypes.DECIMAL;
      case FactValue.Day _ -> FactTypes.DAY;
    };
  }

  Set<String> names() {
    return facts.keySet();
  }

  boolean has(String name) {
    return facts.containsKey(name);
  }

  @Nullable Fact fact(String name) {
    return facts.get(name);
  }

  String form(Fact fact, Format format) {
    return forms.of(fact.value(), format);
  }
}
