package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignProgress;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Told;

/// How a launch goes, and what can be done about it.
record LaunchedProgress(
    CampaignServices services, String campaign, Standing standing, Formats formats) {
  private static final int SETTLED = 1_000;

  /// How it stands.
  ///
  /// @param isHeld whether it is held back by itself
  record Standing(CampaignProgress progress, boolean isHeld) {
    static Optional<Standing> of(CampaignServices services, String campaign) {
      return services
          .campaigns()
          .progress(campaign)
          .map(p -> new Standing(p, services.campaigns().held().contains(campaign)));
    }
  }

  private CampaignProgress now() {
    return standing.progress;
  }

  /// @param done told when something was done
  List<Component> parts(Component page, Runnable done) {
    List<Component> parts = new ArrayList<>();
    parts.add(new H2(page.getTranslation("strategy.progress")));
    parts.add(
        new Paragraph(page.getTranslation("strategy.state." + CampaignsView.word(now().state()))));
    if (standing.isHeld) {
      Paragraph held = new Paragraph(page.getTranslation("strategy.progress.onhold"));
      held.setId("on-hold");
      held.addClassName("shell-bad");
      parts.add(held);
    }
    UnorderedList list = new UnorderedList();
    list.setId("progress");
    line(page, list, "sent", now().sent());
    line(page, list, "waiting", now().waiting());
    line(page, list, "unknown", now().unknown());
    line(page, list, "stopped", now().stopped());
    now()
        .held()
        .forEach((code, people) ->
            list.add(
                new ListItem(
                    page.getTranslation(
                        "strategy.progress.held",
                        formats.number(people),
                        RuleWords.of(page, code)))));
    now()
        .sum()
        .ifPresent(sum -> {
          int all = sum.of(Disposition.PLANNED);
          line(page, list, "holdout", sum.of(Disposition.HOLDOUT));
          if (all > 0) {
            ProgressBar bar =
                new ProgressBar(
                    0, all, Math.clamp(all - now().waiting() - now().stopped(), 0, all));
            bar.getElement().setAttribute("aria-label", page.getTranslation("strategy.progress"));
            parts.add(bar);
          }
        });
    parts.add(list);
    now()
        .next()
        .ifPresent(at ->
            parts.add(
                new Paragraph(
                    page.getTranslation("strategy.progress.next", formats.dateTime(at)))));
    parts.add(tools(page, done));
    return parts;
  }

  private void line(Component page, UnorderedList list, String what, int people) {
    if (people > 0) {
      list.add(
          new ListItem(page.getTranslation("strategy.progress." + what, formats.number(people))));
    }
  }

  private Component tools(Component page, Runnable done) {
    Div tools = new Div();
    tools.addClassName("mq-tools");
    int planned = now().sum().map(s -> s.of(Disposition.PLANNED)).orElse(0);
    if (planned > 0 && CampaignServices.may("campaign.check")) {
      tools.add(
          act(
              page,
              "people",
              () -> new PeopleDialog(services, campaign, Disposition.PLANNED, planned).open(),
              done));
    }
    if (now().ended().isPresent() && now().sent() > 0 && CampaignServices.may("campaign.write")) {
      tools.add(act(page, "correct", () -> correct(page), done));
    }
    if (!CampaignServices.may("campaign.launch")) {
      return tools;
    }
    if (now().state().isRunning()) {
      Button stop = act(page, "stop", () -> services.campaigns().stop(campaign), done);
      stop.addThemeVariants(ButtonVariant.LUMO_ERROR);
      tools.add(
          act(
              page,
              standing.isHeld ? "hold.end" : "hold.begin",
              () -> services.campaigns().hold(campaign, !standing.isHeld),
              done),
          stop);
    }
    if (now().unknown() > 0) {
      tools.add(
          act(page, "settle.sent", () -> settle(false), done),
          act(page, "settle.again", () -> settle(true), done));
    }
    return tools;
  }

  /// Make a campaign to exactly those who got this one, or perhaps got it.
  private void correct(Component page) {
    Campaign wrong = services.campaigns().find(campaign).orElseThrow().campaign();
    Campaign right =
        Campaign.builder(
                page.getTranslation(
                    "strategy.correct.name", wrong.name(), formats.dateTime(now().at())),
                wrong.goal())
            .corrects(new CampaignId(campaign))
            .purpose(Purpose.SERVICE)
            .holdoutShare(0)
            .mail(wrong.mail().orElse(null))
            .margin(wrong.margin())
            .build();
    String id = services.campaigns().create(right).id();
    page.getUI().orElseThrow().navigate(CampaignPage.address(id));
  }

  private void settle(boolean again) {
    List<CustomerId> unknown = services.campaigns().unknown(campaign, Optional.empty(), SETTLED);
    services.campaigns().settle(campaign, unknown, again);
  }

  private static Button act(Component page, String what, Runnable act, Runnable done) {
    Button button = new Button(page.getTranslation("strategy." + what));
    button.setId(what.replace('.', '-'));
    button.addClickListener(e -> {
      Told.when(page, act);
      done.run();
    });
    return button;
  }
}
