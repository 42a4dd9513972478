package org.marquetry.ui.content;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import java.util.List;
import java.util.function.Consumer;

/// What stands where products would: nothing fits, nothing is indexed yet, or nothing is sold.
final class NothingFound extends Div {
  private static final long serialVersionUID = 1L;

  private NothingFound(String id, String icon, String title, String text) {
    setId(id);
    addClassName("shell-quiet");
    add(new Icon("vaadin", icon), new H2(title), new Paragraph(text));
  }

  /// @param tips words that find something
  static NothingFound fits(
      SearchState state, List<String> tips, Consumer<SearchState> change, Texts texts) {
    NothingFound nothing =
        new NothingFound(
            "nothing-found",
            "search-minus",
            texts.of("content.none.title", state.text()),
            texts.of(state.isNarrowed() ? "content.none.narrowed" : "content.none.text"));
    if (state.isNarrowed()) {
      Button wide = new Button(texts.of("content.wide"), e -> change.accept(state.wide()));
      wide.setId("wide");
      nothing.add(wide);
    }
    if (!tips.isEmpty()) {
      Div words = new Div();
      words.addClassName("mq-tabs");
      tips.forEach(
          tip -> words.add(new Button(tip, e -> change.accept(SearchState.FIRST.withText(tip)))));
      nothing.add(new Paragraph(texts.of("content.none.tips")), words);
    }
    return nothing;
  }

  static NothingFound yet(boolean indexing, Texts texts) {
    if (indexing) {
      return new NothingFound(
          "not-indexed",
          "hourglass",
          texts.of("content.indexing.title"),
          texts.of("content.indexing.text"));
    }
    NothingFound nothing =
        new NothingFound(
            "no-products",
            "grid-small",
            texts.of("content.empty.title"),
            texts.of("content.empty.text"));
    Anchor imports = new Anchor("imports", texts.of("content.empty.import"));
    imports.getElement().setAttribute("router-link", true);
    nothing.add(imports);
    return nothing;
  }

  /// The words of the page's language.
  interface Texts {
    String of(String key, Object... values);
  }
}
