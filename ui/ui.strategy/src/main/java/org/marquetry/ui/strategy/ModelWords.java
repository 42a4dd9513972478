package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.marquetry.recommend.api.ModelCard;
import org.marquetry.ui.api.Formats;

/// What a model of recommendations was learned from, in the words of a page's language.
///
/// @param page whose texts
record ModelWords(Component page, Formats formats) {
  private static final String WEIGHT = "weight.";

  /// The paragraphs of a card.
  List<Component> card(ModelCard card) {
    List<Component> parts = new ArrayList<>();
    parts.add(
        note(
            page.getTranslation(
                "strategy.recommended.learned",
                algorithm(card.provenance().algorithm()),
                formats.dateTime(card.provenance().trainedAt()),
                formats.number(card.interactions()),
                formats.number(card.customers()),
                formats.number(card.products()))));
    parts.addAll(weights(card));
    return parts;
  }

  private static Paragraph note(String text) {
    Paragraph note = new Paragraph(text);
    note.addClassName("mq-note");
    return note;
  }

  /// How much each engine of a blend says, and which are not served.
  private List<Component> weights(ModelCard card) {
    Map<Boolean, List<Map.Entry<String, Double>>> weights =
        card.provenance().options().entrySet().stream()
            .filter(option -> option.getKey().startsWith(WEIGHT))
            .collect(Collectors.partitioningBy(option -> option.getValue() > 0));
    List<Component> told = new ArrayList<>();
    told.addAll(
        told(
            "strategy.recommended.weights",
            weights.getOrDefault(true, List.of()),
            w -> algorithm(engine(w)) + " " + formats.percent(w.getValue())));
    told.addAll(
        told(
            "strategy.recommended.unserved",
            weights.getOrDefault(false, List.of()),
            w -> algorithm(engine(w))));
    return told;
  }

  private static String engine(Map.Entry<String, Double> weight) {
    return weight.getKey().substring(WEIGHT.length());
  }

  private List<Component> told(
      String key,
      List<Map.Entry<String, Double>> weights,
      Function<Map.Entry<String, Double>, String> words) {
    if (weights.isEmpty()) {
      return List.of();
    }
    String all =
        weights.stream()
            .map(words)
            .collect(Collectors.joining(page.getTranslation("strategy.recommended.comma")));
    return List.of(note(page.getTranslation(key, all)));
  }

  /// In words where the suite knows it, else by its name.
  String algorithm(String name) {
    String key = "strategy.algorithm." + name;
    String words = page.getTranslation(key);
    return words.equals(key) ? name : words;
  }
}
