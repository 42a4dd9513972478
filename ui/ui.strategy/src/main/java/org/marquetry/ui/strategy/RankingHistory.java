package org.marquetry.ui.strategy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import org.marquetry.recommend.api.SavedRule;
import org.marquetry.ui.api.SavedLists;
import org.marquetry.ui.api.Told;

/// Every version of a rule, with the way back.
final class RankingHistory extends Dialog {
  private static final long serialVersionUID = 1L;

  RankingHistory(
      RecommendationsPage.Services services, SavedRule rule, RankingWords words, Runnable changed) {
    setHeaderTitle(words.rule(rule.rule()));
    setWidth("44rem");
    SavedLists<SavedRule> lists =
        new SavedLists<>(
            this,
            words.formats(),
            services.colleagues().names(getLocale()),
            RecommendationsPage.Services.mayChange(),
            version -> {
              Told.when(this, () -> services.rules().restore(version.id(), version.version()));
              changed.run();
              close();
            });
    lists
        .history(
            services.rules().history(rule.id()),
            SavedRule::rule,
            s -> lists.act(s) + ": " + words.does(s.rule().effect()))
        .forEach(this::add);
    getFooter().add(new Button(getTranslation("shell.close"), e -> close()));
  }
}
