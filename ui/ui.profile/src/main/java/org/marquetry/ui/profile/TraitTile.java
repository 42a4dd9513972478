package org.marquetry.ui.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.Formats;

/// One thing that is known; a button when there are events behind it.
final class TraitTile extends Div {
  private static final long serialVersionUID = 1L;
  private static final Set<String> CONSENTS = Set.of("granted", "refused");

  TraitTile(
      KnownCustomer customer, Trait trait, Formats formats, boolean open, Consumer<Trait> opens) {
    Optional<TraitValue> value = customer.value(trait);
    Span label = new Span(label(trait.label(), formats.locale()));
    label.addClassName("mq-label");
    Span number = new Span(value.map(v -> v.show(formats)).orElse(Formats.UNKNOWN));
    number.addClassName("mq-value");
    Span note =
        new Span(
            value.isEmpty()
                ? getTranslation("profile.notKnown")
                : customer.resting().contains(trait)
                    ? getTranslation(open ? "profile.close" : "profile.open")
                    : "");
    note.addClassName("mq-note");
    setId("trait-" + trait.id());
    if (value.isPresent() && customer.resting().contains(trait)) {
      NativeButton button = new NativeButton();
      button.add(label, number, note);
      button.addClassName("mq-tile");
      button.getElement().setAttribute("aria-expanded", Boolean.toString(open));
      button.addClickListener(e -> opens.accept(trait));
      add(button);
    } else {
      Div still = new Div(label, number, note);
      still.addClassName("mq-tile");
      add(still);
    }
  }

  static String label(Words words, Locale locale) {
    String label = locale.getLanguage().equals("zh") ? words.zh() : words.en();
    return label.substring(0, 1).toUpperCase(locale) + label.substring(1);
  }

  /// Write a text trait: codes in words where we know them.
  static String words(Component page, TraitValue value, Locale locale) {
    String text = value.value().toString();
    if (value.trait().equals(Traits.LANGUAGE)) {
      String language = Locale.forLanguageTag(text).getDisplayName(locale);
      return language.isEmpty() ? text : language;
    }
    return value.trait().equals(Traits.CONSENT_EMAIL) && CONSENTS.contains(text)
        ? page.getTranslation("profile.consent." + text)
        : text;
  }
}
