package org.marquetry.ui.profile;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.marquetry.profile.api.CategorySpend;
import org.marquetry.ui.api.Formats;

/// What was bought and kept of each category, as bars.
final class CategoryBars extends Div {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 8;

  CategoryBars() {
    setId("categories");
  }

  void show(List<CategorySpend> categories, Formats formats) {
    removeAll();
    if (categories.isEmpty()) {
      Paragraph none = new Paragraph(getTranslation("profile.categories.none"));
      none.addClassName("shell-subtitle");
      add(none);
      return;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("mq-bars");
    categories.stream().limit(MOST).forEach(c -> list.add(bar(c, formats)));
    add(list);
    if (categories.size() > MOST) {
      Paragraph more =
          new Paragraph(getTranslation("profile.categories.more", categories.size() - MOST));
      more.addClassName("shell-subtitle");
      add(more);
    }
  }

  private ListItem bar(CategorySpend category, Formats formats) {
    Span name = new Span(category.category());
    Span value =
        new Span(
            category.net().map(formats::money).orElse(Formats.UNKNOWN)
                + " · "
                + formats.percent(category.share()));
    value.addClassName("mq-note");
    Div line = new Div(name, value);
    line.addClassName("mq-line");
    Div bar = new Div();
    bar.addClassName("mq-bar");
    bar.getStyle().set("--share", Double.toString(category.share()));
    return new ListItem(line, bar);
  }
}
