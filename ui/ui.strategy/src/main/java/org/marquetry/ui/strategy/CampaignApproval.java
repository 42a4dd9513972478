package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.marquetry.campaign.api.Approval;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.Told;

/// What was said of a campaign's versions, what is different since, and what can be said now: ask,
/// approve, refuse, launch.
final class CampaignApproval extends Div {
  private static final long serialVersionUID = 1L;

  private final transient CampaignServices services;
  private final transient Runnable done;
  private final H2 title = new H2();
  private final TextField comment = new TextField();
  private final LivePart<Said> content = new LivePart<>(this::content);

  /// How the approval stands.
  ///
  /// @param used what the newest version would use now
  /// @param approved the version that was approved last
  record Said(
      SavedCampaign saved,
      CampaignState state,
      List<Approval> approvals,
      CampaignServices.Used used,
      Optional<SavedCampaign> approved) {
    static Said of(CampaignServices services, SavedCampaign saved) {
      List<Approval> approvals = services.campaigns().approvals(saved.id());
      return new Said(
          saved,
          services.campaigns().state(saved.id()),
          approvals,
          services.used(saved.campaign()),
          last(approvals)
              .flatMap(a ->
                  services.campaigns().history(saved.id()).stream()
                      .filter(v -> v.version() == a.version())
                      .findFirst()));
    }

    private static Optional<Approval> last(List<Approval> approvals) {
      return approvals.stream().filter(a -> a.act() == Approval.Act.APPROVED).findFirst();
    }
  }

  /// @param done told when something was said
  CampaignApproval(CampaignServices services, Runnable done) {
    this.services = services;
    this.done = done;
    comment.setId("comment");
    comment.setWidthFull();
    comment.setMaxLength(Approval.MAX_COMMENT);
    add(title, content);
  }

  void show(Said said) {
    title.setText(getTranslation("strategy.approval"));
    content.show(said);
  }

  private Formats formats() {
    return services.formats(getLocale());
  }

  private List<Component> content(Said said) {
    List<Component> parts = new ArrayList<>();
    UnaryOperator<String> names = services.colleagues().names(getLocale());
    for (Approval a : said.approvals) {
      parts.add(
          new Paragraph(
              getTranslation(
                  "strategy.approval.said",
                  names.apply(a.by()),
                  getTranslation("strategy.said." + CampaignsView.word(a.act())),
                  a.version(),
                  formats().dateTime(a.at()),
                  a.comment())));
    }
    parts.addAll(sinceApproved(said));
    Div tools = new Div();
    tools.addClassName("mq-tools");
    String id = said.saved.id();
    int version = said.saved.version();
    boolean draft = said.state == CampaignState.DRAFT;
    if (draft && CampaignServices.may("campaign.write")) {
      tools.add(act("ask", () -> services.campaigns().ask(id, version, comment.getValue())));
    }
    if (said.state != CampaignState.APPROVED && CampaignServices.may("campaign.approve")) {
      tools.add(
          act("approve", () -> services.campaigns().answer(id, version, true, comment.getValue())));
    }
    if (said.state == CampaignState.ASKED && CampaignServices.may("campaign.approve")) {
      tools.add(
          act("refuse", () -> services.campaigns().answer(id, version, false, comment.getValue())));
    }
    if (said.state == CampaignState.APPROVED && CampaignServices.may("campaign.launch")) {
      Button launch = new Button(getTranslation("strategy.launch"));
      launch.setId("launch");
      launch.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      launch.addClickListener(e -> new LaunchDialog(services, said.saved, done).open());
      tools.add(launch);
    }
    if (tools.getComponentCount() > 0 && said.state != CampaignState.APPROVED) {
      comment.setLabel(getTranslation("strategy.approval.comment"));
      parts.add(comment);
    }
    parts.add(tools);
    return parts;
  }

  /// What is different from what was approved last.
  private List<Component> sinceApproved(Said said) {
    Optional<Approval> last = Said.last(said.approvals);
    if (last.isEmpty() || said.approved.isEmpty() || said.state == CampaignState.APPROVED) {
      return List.of();
    }
    CampaignDifference difference = new CampaignDifference(services, this, formats());
    List<String> changes =
        new ArrayList<>(difference.of(said.approved.get().campaign(), said.saved.campaign()));
    version(difference, "strategy.campaign.mail", last.get().mail(), said.used.mail())
        .ifPresent(changes::add);
    version(difference, "strategy.offer", last.get().offer(), said.used.offer())
        .ifPresent(changes::add);
    if (changes.isEmpty()) {
      return List.of();
    }
    UnorderedList list = new UnorderedList();
    list.setId("since-approved");
    changes.forEach(c -> list.add(new ListItem(c)));
    return List.of(
        new Paragraph(getTranslation("strategy.approval.since", last.get().version())), list);
  }

  private Optional<String> version(
      CampaignDifference difference, String label, int before, int now) {
    return before == now || before == 0 || now == 0
        ? Optional.empty()
        : Optional.of(
            difference.change(
                getTranslation(label),
                getTranslation("strategy.version", before),
                getTranslation("strategy.version", now)));
  }

  private Button act(String what, Runnable act) {
    Button button = new Button(getTranslation("strategy." + what));
    button.setId(what);
    button.addClickListener(e -> {
      if (Told.when(this, act)) {
        comment.clear();
      }
      done.run();
    });
    return button;
  }
}
