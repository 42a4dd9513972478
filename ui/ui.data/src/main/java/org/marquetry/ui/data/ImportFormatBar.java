package org.marquetry.ui.data;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.marquetry.data.api.ImportProposal;

/// What the file is, and how its letters, fields, dates and amounts are read, to be corrected.
final class ImportFormatBar extends Div {
  private static final long serialVersionUID = 1L;
  private static final List<String> ENCODINGS =
      List.of("UTF-8", "GB18030", "Big5", "windows-1252", "ISO-8859-1", "UTF-16LE", "UTF-16BE");
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|", " ");
  private static final List<String> CURRENCIES =
      List.of("CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "KRW", "SGD", "AUD", "CAD", "CHF");

  private final transient BiConsumer<String, Optional<String>> correct;

  /// @param correct told a word of [ImportEdit#WORDS] and its value
  ImportFormatBar(BiConsumer<String, Optional<String>> correct) {
    this.correct = correct;
    setId("format");
    addClassNames("mq-tools", "mq-fields");
  }

  void show(ImportProposal proposal, Set<String> roles, ImportEdit edit, ImportWords words) {
    removeAll();
    List<String> all = new ArrayList<>(roles);
    if (!all.contains(proposal.role())) {
      all.add(proposal.role());
    }
    add(select("role", all, proposal.role(), words::role, words));
    if (!proposal.encoding().isEmpty()) {
      add(combo("encoding", ENCODINGS, proposal.encoding(), e -> e, words));
    }
    if (!proposal.delimiter().isEmpty()) {
      add(
          select("delimiter", DELIMITERS, proposal.delimiter(), words::delimiter, words),
          select(
              "header",
              List.of("true", "false"),
              Boolean.toString(proposal.header()),
              h -> words.text("data.header." + h),
              words));
    }
    add(
        combo("currency", CURRENCIES, proposal.currency(), c -> c, words),
        select(
            "day-first",
            List.of("true", "false"),
            edit.word("day-first").orElse(null),
            d -> words.text("data.day-first." + d),
            words));
  }

  private Select<String> select(
      String word,
      List<String> items,
      @Nullable String value,
      UnaryOperator<String> label,
      ImportWords words) {
    Select<String> select = new Select<>();
    select.setId(word);
    select.setLabel(words.text("data.field." + word));
    select.setItems(items(items, value));
    select.setItemLabelGenerator(i -> i == null ? "" : label.apply(i));
    if (value != null) {
      select.setValue(value);
    } else {
      select.setPlaceholder(words.text("data.field.guessed"));
    }
    select.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        correct.accept(word, Optional.ofNullable(e.getValue()));
      }
    });
    return select;
  }

  private ComboBox<String> combo(
      String word,
      List<String> items,
      String value,
      UnaryOperator<String> label,
      ImportWords words) {
    ComboBox<String> combo = new ComboBox<>();
    combo.setId(word);
    combo.setLabel(words.text("data.field." + word));
    combo.setItems(items(items, value));
    combo.setItemLabelGenerator(label::apply);
    if (!value.isEmpty()) {
      combo.setValue(value);
    }
    combo.setAllowCustomValue(true);
    combo.addCustomValueSetListener(e -> correct.accept(word, sensible(word, e.getDetail())));
    combo.addValueChangeListener(e -> {
      if (e.isFromClient()) {
        correct.accept(word, Optional.ofNullable(e.getValue()));
      }
    });
    return combo;
  }

  /// What was typed, when there is such a thing.
  static Optional<String> sensible(String word, String typed) {
    String text = typed.strip();
    try {
      return switch (word) {
        case "currency" ->
            Optional.of(
                Currency.getInstance(text.toUpperCase(java.util.Locale.ROOT)).getCurrencyCode());
        case "encoding" -> Optional.of(java.nio.charset.Charset.forName(text).name());
        default -> Optional.of(text);
      };
    } catch (IllegalArgumentException typo) {
      return Optional.empty();
    }
  }

  private static List<String> items(List<String> usual, @Nullable String value) {
    List<String> items = new ArrayList<>(usual);
    if (value != null && !value.isEmpty() && !items.contains(value)) {
      items.add(value);
    }
    return items;
  }
}
