package org.marquetry.ui.content;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.marquetry.search.api.SearchResult.Facet;
import org.marquetry.ui.api.Formats;

/// The values of one property with how many products have each; a press chooses one, another press
/// lets it go.
final class FacetList extends Div {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 10;

  private final H2 title = new H2();
  private final UnorderedList values = new UnorderedList();
  private final transient Consumer<Optional<String>> choose;

  FacetList(String id, Consumer<Optional<String>> choose) {
    this.choose = choose;
    setId(id);
    addClassName("mq-facet");
    add(title, values);
  }

  void show(String name, List<Facet> facets, Optional<String> chosen, Formats formats) {
    title.setText(name);
    values.removeAll();
    List<Facet> shown = facets.subList(0, Math.min(LONGEST, facets.size()));
    chosen
        .filter(c -> shown.stream().noneMatch(f -> f.name().equals(c)))
        .ifPresent(c -> values.add(value(new Facet(c, 0), true, formats)));
    shown.forEach(
        facet -> values.add(value(facet, chosen.equals(Optional.of(facet.name())), formats)));
    setVisible(!facets.isEmpty() || chosen.isPresent());
  }

  private ListItem value(Facet facet, boolean chosen, Formats formats) {
    Span count = new Span(formats.number(facet.products()));
    count.addClassName("mq-note");
    NativeButton button = new NativeButton();
    button.add(new Span(facet.name()), count);
    button.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
    button.addClickListener(
        e -> choose.accept(chosen ? Optional.empty() : Optional.of(facet.name())));
    return new ListItem(button);
  }
}
