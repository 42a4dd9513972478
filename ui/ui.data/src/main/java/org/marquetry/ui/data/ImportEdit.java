package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.ui.api.ViewState;

/// What a person corrected of the guess: its state in the address,
/// `?role=orders&encoding=GB18030&column=3:customer`.
///
/// @param words by name: `role`, `encoding`, `delimiter`, `header`, `day-first`, `event-type`,
///   `currency`, `zone`
/// @param columns meaning by position, from 1
record ImportEdit(Map<String, String> words, Map<Integer, String> columns) {
  static final ImportEdit NONE = new ImportEdit(Map.of(), Map.of());
  static final List<String> WORDS =
      List.of(
          "role", "encoding", "delimiter", "header", "day-first", "event-type", "currency", "zone");
  private static final String COLUMN = "column";
  private static final String STATE = "edit";

  ImportEdit {
    words = Collections.unmodifiableMap(new TreeMap<>(words));
    columns = Collections.unmodifiableMap(new TreeMap<>(columns));
  }

  static ImportEdit of(QueryParameters address) {
    Map<String, String> words = new TreeMap<>();
    WORDS.forEach(w ->
        address.getSingleParameter(w).filter(v -> !v.isEmpty()).ifPresent(v -> words.put(w, v)));
    Map<Integer, String> columns = new TreeMap<>();
    for (String pair : address.getParameters(COLUMN)) {
      int colon = pair.indexOf(':');
      if (colon > 0 && pair.substring(0, colon).matches("[1-9][0-9]{0,4}")) {
        columns.put(Integer.valueOf(pair.substring(0, colon)), pair.substring(colon + 1));
      }
    }
    return new ImportEdit(words, columns);
  }

  /// What a former run was told, as far as it stands by position or word.
  static ImportEdit of(ImportMapping mapping) {
    Map<String, String> words = new TreeMap<>();
    mapping.role().ifPresent(v -> words.put("role", v));
    mapping.encoding().ifPresent(v -> words.put("encoding", v));
    mapping.delimiter().ifPresent(v -> words.put("delimiter", v));
    mapping.header().ifPresent(v -> words.put("header", v.toString()));
    mapping.dayFirst().ifPresent(v -> words.put("day-first", v.toString()));
    mapping.eventType().ifPresent(v -> words.put("event-type", v));
    mapping.currency().ifPresent(v -> words.put("currency", v.getCurrencyCode()));
    mapping.timeZone().ifPresent(v -> words.put("zone", v.getId()));
    Map<Integer, String> columns = new TreeMap<>();
    mapping
        .columns()
        .forEach((column, meaning) -> {
          if (column.matches("[1-9][0-9]{0,4}")) {
            columns.put(Integer.valueOf(column), meaning);
          }
        });
    return new ImportEdit(words, columns);
  }

  QueryParameters toAddress() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    words.forEach((word, value) -> values.put(word, List.of(value)));
    if (!columns.isEmpty()) {
      values.put(
          COLUMN, columns.entrySet().stream().map(c -> c.getKey() + ":" + c.getValue()).toList());
    }
    return new QueryParameters(values);
  }

  /// Let the address of a page say it, without another step back.
  void keepIn(Component page, String path) {
    page.getUI()
        .ifPresent(
            ui -> ui.getPage().getHistory().replaceState(null, new Location(path, toAddress())));
  }

  ViewState toState() {
    return new ViewState(Map.of(STATE, toAddress().getQueryString()));
  }

  static Optional<ImportEdit> of(ViewState state) {
    return state.get(STATE).map(text -> of(new Location("?" + text).getQueryParameters()));
  }

  boolean isNone() {
    return words.isEmpty() && columns.isEmpty();
  }

  Optional<String> word(String name) {
    return Optional.ofNullable(words.get(name));
  }

  /// Say a word, or leave it to the guess. Another role means other columns, so those go.
  ImportEdit with(String name, Optional<String> value) {
    Map<String, String> changed = new TreeMap<>(words);
    value.ifPresentOrElse(v -> changed.put(name, v), () -> changed.remove(name));
    return new ImportEdit(changed, name.equals("role") ? Map.of() : columns);
  }

  ImportEdit withColumn(int position, Optional<String> meaning) {
    Map<Integer, String> changed = new TreeMap<>(columns);
    meaning.ifPresentOrElse(m -> changed.put(position, m), () -> changed.remove(position));
    return new ImportEdit(words, changed);
  }

  /// What the importer is told; a word that somebody typed into the address and that is none is
  /// left out.
  ImportMapping mapping() {
    ImportMapping.Builder mapping = ImportMapping.builder();
    word("role").ifPresent(mapping::role);
    word("encoding").ifPresent(mapping::encoding);
    word("delimiter").ifPresent(mapping::delimiter);
    word("header").ifPresent(v -> mapping.header(Boolean.valueOf(v)));
    word("day-first").ifPresent(v -> mapping.dayFirst(Boolean.valueOf(v)));
    word("event-type").ifPresent(mapping::eventType);
    word("currency").flatMap(ImportEdit::currency).ifPresent(mapping::currency);
    word("zone").flatMap(ImportEdit::zone).ifPresent(mapping::timeZone);
    columns.forEach((position, meaning) -> mapping.column(position.toString(), meaning));
    return mapping.build();
  }

  private static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException typed) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException typed) {
      return Optional.empty();
    }
  }
}
