package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.recommend.api.Standing;
import org.marquetry.shop.api.ProductId;
import org.marquetry.ui.api.LivePart;

/// Why is not that product shown?
final class WhyNot extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;

  private final H2 title = new H2();
  private final ComboBox<ProductId> product = new ComboBox<>();
  private final LivePart<Answer> answer = new LivePart<>(this::answer);
  private boolean taking;

  private record Answer(
      Optional<ProductId> product,
      Optional<Standing> standing,
      Map<String, SavedRule> rules,
      RankingWords words) {}

  /// @param ask told what is asked after
  WhyNot(ProductFinder finder, Consumer<Optional<ProductId>> ask) {
    addClassName("shell-panel");
    product.setId("why-not");
    product.setWidthFull();
    product.setClearButtonVisible(true);
    product.setItemLabelGenerator(finder::called);
    product.setItems(finder::found, finder::count);
    product.addValueChangeListener(e -> {
      if (!taking) {
        ask.accept(Optional.ofNullable(e.getValue()));
      }
    });
    answer.getElement().setAttribute("aria-live", "polite");
    add(title, product, answer);
  }

  /// Fill the field without asking.
  void take(Optional<ProductId> asked) {
    taking = true;
    product.setValue(asked.orElse(null));
    taking = false;
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("strategy.recommendations.why"));
    product.setLabel(getTranslation("strategy.recommendations.product"));
  }

  void show(RecommendationsView.Seen seen, RankingWords words) {
    answer.show(new Answer(seen.to().why(), seen.why(), seen.rules(), words));
  }

  private List<Component> answer(Answer now) {
    if (now.product.isEmpty() || now.standing.isEmpty()) {
      return List.of();
    }
    Paragraph said = new Paragraph(now.words.why(now.product.get(), now.standing.get(), now.rules));
    said.setId("why-answer");
    return List.of(said);
  }
}
