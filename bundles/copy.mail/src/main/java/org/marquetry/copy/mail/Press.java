package org.marquetry.copy.mail;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailOpening;
import org.marquetry.copy.api.MailProduct;
import org.marquetry.copy.api.MailReader;
import org.marquetry.copy.api.WrittenMail;

/// Writes designs for readers. A design is laid out by MJML once a language and then only filled
/// in. Safe for many threads.
final class Press {
  private static final int KEPT = 64;
  private static final Pattern INDENT = Pattern.compile("\\s*\n\\s*"); // a tenth of the mail

  private record Key(MailDesign design, String language) {}

  private final Map<Key, Compiled> compiled =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Compiled> eldest) {
              return size() > KEPT;
            }
          });

  /// @param shelf knows every product of the design and of the readers that the shop still has
  List<WrittenMail> write(
      MailDesign design, int opening, List<Fact> facts, List<MailReader> readers, Shelf shelf) {
    Map<String, Edition> editions = new HashMap<>();
    List<WrittenMail> written = new ArrayList<>(readers.size());
    for (MailReader reader : readers) {
      written.add(
          editions
              .computeIfAbsent(
                  design.languageFor(reader.language()),
                  language -> new Edition(compiled(design, language), opening, facts, shelf))
              .write(reader));
    }
    return written;
  }

  private Compiled compiled(MailDesign design, String language) {
    return compiled.computeIfAbsent(new Key(design, language), key -> compile(design, language));
  }

  static Compiled compile(MailDesign design, String language) {
    MjmlLayout layout = new MjmlLayout(design, language);
    String html =
        INDENT
            .matcher(Mjml4j.render(layout.whole(), new Mjml4j.Configuration(language)))
            .replaceAll("\n");
    TextLayout text = new TextLayout(design, language);
    return new Compiled(
        language,
        design.openings().stream().map(MailOpening::subject).map(layout::phrase).toList(),
        text.marks.template(text.whole()),
        layout.marks.template(html),
        layout.cells(),
        html.length());
  }

  /// One design in one language for the readers of one call.
  private static final class Edition {
    private final Compiled compiled;
    private final int opening;
    private final Shelf shelf;
    private final Forms forms;
    private final Map<String, String> common;
    private final Map<Cell, Filling.@Nullable Item> items = new HashMap<>();

    Edition(Compiled compiled, int opening, List<Fact> facts, Shelf shelf) {
      this.compiled = compiled;
      this.opening = opening;
      this.shelf = shelf;
      forms = new Forms(compiled.language());
      common = values(facts);
      for (Cell cell : compiled.cells()) {
        if (cell instanceof Cell.Fixed(var product)) {
          shelf.find(product).map(p -> p.shown(forms, "")).ifPresent(i -> items.put(cell, i));
        }
      }
    }

    private Map<String, String> values(List<Fact> facts) {
      Map<String, String> values = new HashMap<>();
      for (Fact fact : facts) {
        String shown = forms.of(fact.value());
        if (!shown.isEmpty()) {
          values.putIfAbsent(fact.name(), shown);
        }
      }
      return values;
    }

    WrittenMail write(MailReader reader) {
      List<MailProduct> suited =
          reader.products().stream().filter(p -> shelf.find(p.product()).isPresent()).toList();
      Filling.@Nullable Item[] shown = new Filling.@Nullable Item[compiled.cells().size()];
      for (int i = 0; i < shown.length; i++) {
        shown[i] = item(compiled.cells().get(i), suited);
      }
      Map<String, String> values = new HashMap<>(common);
      first(suited)
          .ifPresent(product ->
              values(product.facts()).forEach(values::put)); // of the first product that is shown
      values.putAll(values(reader.facts()));
      return compiled.fill(new Filling(opening, values, Arrays.asList(shown)));
    }

    private Filling.@Nullable Item item(Cell cell, List<MailProduct> suited) {
      return switch (cell) {
        case Cell.Fixed _ -> items.get(cell);
        case Cell.Suited(int rank) -> rank < suited.size() ? shown(suited.get(rank)) : null;
      };
    }

    private Filling.@Nullable Item shown(MailProduct suited) {
      return shelf
          .find(suited.product())
          .map(p -> p.shown(forms, Forms.clean(suited.why())))
          .orElse(null);
    }

    private Optional<Shelf.Shelved> first(List<MailProduct> suited) {
      for (Cell cell : compiled.cells()) {
        Optional<Shelf.Shelved> product =
            switch (cell) {
              case Cell.Fixed(var fixed) -> shelf.find(fixed);
              case Cell.Suited(int rank) ->
                  rank < suited.size() ? shelf.find(suited.get(rank).product()) : Optional.empty();
            };
        if (product.isPresent()) {
          return product;
        }
      }
      return Optional.empty();
    }
  }
}
