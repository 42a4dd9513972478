package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.SavedLists;
import org.marquetry.ui.api.Told;

/// The campaigns, the deleted ones with the way back, and the switch that holds all of them.
final class CampaignsView extends VerticalLayout implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final transient CampaignServices services;
  private final H1 title = new H1();
  private final Paragraph about = new Paragraph();
  private final Button add = new Button();
  private final LivePart<Boolean> held = new LivePart<>(this::held);
  private final LivePart<List<Line>> list = new LivePart<>(this::list);
  private final LivePart<List<SavedCampaign>> deleted = new LivePart<>(this::deleted);

  private record Line(SavedCampaign saved, CampaignState state) {}

  /// What the page shows.
  private record Look(List<Line> campaigns, List<SavedCampaign> deleted, boolean held) {}

  CampaignsView(CampaignServices services) {
    this.services = services;
    setId("campaigns");
    about.addClassName("shell-subtitle");
    add.setId("add-campaign");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.setVisible(CampaignServices.may("campaign.write"));
    add.addClickListener(e -> UI.getCurrent().navigate(NewCampaignPage.PATH));
    Div head = new Div(new Div(title, about), add);
    head.addClassName("shell-head");
    Div place = new Div(held, list, deleted);
    place.addClassName("mq-whole");
    add(head, place);
    services.live().watch(this, PERIOD, this::look, this::show);
  }

  private Look look() {
    Map<String, CampaignState> states = services.campaigns().states();
    return new Look(
        services.campaigns().list().stream()
            .map(saved -> new Line(saved, states.getOrDefault(saved.id(), CampaignState.DRAFT)))
            .toList(),
        services.campaigns().deleted(),
        services.campaigns().isHeld());
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("strategy.campaigns"));
    about.setText(getTranslation("strategy.campaigns.about"));
    add.setText(getTranslation("strategy.campaign.new"));
    show(look());
  }

  private void show(Look look) {
    held.show(look.held);
    list.show(look.campaigns);
    deleted.show(look.deleted);
  }

  private List<Component> held(boolean on) {
    List<Component> parts = new ArrayList<>();
    if (on) {
      Span warning = new Span(getTranslation("strategy.held"));
      warning.setId("held");
      warning.addClassName("shell-bad");
      parts.add(warning);
    }
    if (CampaignServices.may("campaign.launch")) {
      Button turn = new Button(getTranslation(on ? "strategy.held.end" : "strategy.held.begin"));
      turn.setId("hold");
      turn.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
      turn.addClickListener(e -> {
        services.campaigns().hold(!on);
        show(look());
      });
      parts.add(turn);
    }
    return parts;
  }

  private List<Component> list(List<Line> lines) {
    if (lines.isEmpty()) {
      return List.of(Lists.empty(this, "no-campaigns", "paperplane", "strategy.campaigns.empty"));
    }
    Formats formats = services.formats(getLocale());
    Grid<Line> grid = Lists.grid("campaign-grid");
    grid.addComponentColumn(l -> Lists.link(CampaignPage.address(l.saved.id()), l.saved.name()))
        .setHeader(getTranslation("strategy.campaign.name"))
        .setFlexGrow(2);
    grid.addColumn(l -> getTranslation("strategy.state." + word(l.state)))
        .setHeader(getTranslation("strategy.campaign.state"));
    Grid.Column<Line> goal =
        grid.addColumn(l -> getTranslation("strategy.goal." + word(l.saved.campaign().goal())))
            .setHeader(getTranslation("strategy.campaign.goal"));
    Grid.Column<Line> when =
        grid.addColumn(l -> formats.dateTime(l.saved.at()))
            .setHeader(getTranslation("strategy.when"));
    Lists.inWideWindows(grid, goal, when);
    grid.setItems(lines);
    return List.of(grid);
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private List<Component> deleted(List<SavedCampaign> gone) {
    return new SavedLists<SavedCampaign>(
            this,
            services.formats(getLocale()),
            services.colleagues().names(getLocale()),
            CampaignServices.may("campaign.write"),
            s -> {
              Told.when(this, () -> services.campaigns().restore(s.id(), s.version()));
              show(look());
            })
        .deleted(getTranslation("strategy.campaigns.deleted"), gone, CampaignPage::address);
  }
}
