package org.marquetry.copy.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailText;

/// Lays the blocks of a design out in one language, as marks.
abstract class Layout {
  final Marks marks = new Marks();
  final MailDesign design;
  final String language;
  private final List<Cell> cells = new ArrayList<>();
  private int suited;

  Layout(MailDesign design, String language) {
    this.design = design;
    this.language = language;
  }

  /// Whatever the layout is made of, with marks.
  abstract String whole();

  final List<Cell> cells() {
    return List.copyOf(cells);
  }

  final Phrase phrase(MailText text) {
    return Phrase.of(text.in(language, design.languages().getFirst()));
  }

  /// @param form of text in this layout
  final String words(MailText text, UnaryOperator<String> form) {
    Phrase phrase = phrase(text);
    return phrase.isPlain()
        ? marks.constant(form.apply(phrase.fill(java.util.Map.of())))
        : marks.slot((f, out) -> out.append(form.apply(phrase.fill(f.values()))));
  }

  /// The words of the opening that the reader gets.
  final String opening(List<MailText> variants, UnaryOperator<String> form) {
    List<Phrase> phrases = variants.stream().map(this::phrase).toList();
    return marks.slot((f, out) ->
        out.append(
            form.apply(phrases.get(Math.min(f.opening(), phrases.size() - 1)).fill(f.values()))));
  }

  final String value(String name, UnaryOperator<String> form) {
    return marks.slot((f, out) -> out.append(form.apply(f.values().getOrDefault(name, ""))));
  }

  final int hasCode() {
    return marks.condition(f -> f.values().containsKey(FactNames.OFFER_CODE));
  }

  /// The numbers of the cells of a block, row by row.
  final List<List<Integer>> rows(MailBlock block) {
    return switch (block) {
      case MailBlock.Products(var products, int columns) ->
          rows(products.stream().<Cell>map(Cell.Fixed::new).toList(), columns);
      case MailBlock.Recommendations(int most, int columns) -> {
        List<Cell> own = new ArrayList<>();
        for (int i = 0; i < most; i++) {
          own.add(new Cell.Suited(suited++));
        }
        yield rows(own, columns);
      }
      default -> List.of();
    };
  }

  private List<List<Integer>> rows(List<Cell> own, int columns) {
    List<List<Integer>> rows = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      if (i % columns == 0) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(cells.size());
      cells.add(own.get(i));
    }
    return rows;
  }

  final int has(int cell) {
    return marks.condition(f -> f.item(cell) != null);
  }

  final int has(int cell, Function<Filling.Item, String> field) {
    return marks.condition(has(field, cell));
  }

  final int lacks(int cell, Function<Filling.Item, String> field) {
    return marks.condition(has(field, cell).negate());
  }

  private static Predicate<Filling> has(Function<Filling.Item, String> field, int cell) {
    return f -> Optional.ofNullable(f.item(cell)).map(field).filter(v -> !v.isEmpty()).isPresent();
  }

  final String field(int cell, Function<Filling.Item, String> field, UnaryOperator<String> form) {
    return marks.slot((f, out) -> {
      Filling.Item item = f.item(cell);
      if (item != null) {
        out.append(form.apply(field.apply(item)));
      }
    });
  }
}
