package org.marquetry.ui.strategy;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.shop.api.Money;
import org.marquetry.ui.api.Formats;

/// What is different between two versions of a campaign, in words.
///
/// @param page in whose language it is said
record CampaignDifference(CampaignServices services, Component page, Formats formats) {
  private record Field(String label, Function<Campaign, String> value) {}

  /// Each field that is another, as `label: before → after`.
  List<String> of(Campaign before, Campaign after) {
    List<String> changes = new ArrayList<>();
    for (Field field : fields()) {
      String was = field.value.apply(before);
      String is = field.value.apply(after);
      if (!was.equals(is)) {
        changes.add(change(page.getTranslation(field.label), was, is));
      }
    }
    return changes;
  }

  String change(String label, String before, String after) {
    return page.getTranslation("strategy.difference", label, before, after);
  }

  /// What a version changed of the one before it.
  ///
  /// @param newestFirst every version
  String of(SavedCampaign version, List<SavedCampaign> newestFirst, String act) {
    Optional<SavedCampaign> before =
        newestFirst.stream().filter(v -> v.version() == version.version() - 1).findFirst();
    List<String> changes =
        before.map(b -> of(b.campaign(), version.campaign())).orElseGet(List::of);
    return changes.isEmpty() ? act : String.join("; ", changes);
  }

  private List<Field> fields() {
    return List.of(
        new Field("strategy.campaign.name", Campaign::name),
        new Field(
            "strategy.campaign.goal",
            c -> page.getTranslation("strategy.goal." + CampaignsView.word(c.goal()))),
        new Field(
            "strategy.campaign.segment",
            c -> named(c.segment(), services.segments(), "strategy.campaign.everybody")),
        new Field("strategy.campaign.most", c -> number(c.mostPeople())),
        new Field(
            "strategy.campaign.profitable",
            c -> page.getTranslation("strategy.is." + c.onlyProfitable())),
        new Field(
            "strategy.offer",
            c -> named(c.offer(), services.offers(), "strategy.campaign.no-offer")),
        new Field(
            "strategy.campaign.mail",
            c -> named(c.mail(), services.mails(), "strategy.campaign.no-mail")),
        new Field(
            "strategy.campaign.start",
            c -> c.start().map(formats::dateTime).orElse(Formats.UNKNOWN)),
        new Field("strategy.campaign.days", c -> formats.number(c.days())),
        new Field("strategy.campaign.holdout", c -> percent(c.holdoutShare())),
        new Field("strategy.offer.stated-margin", c -> percent(c.margin())),
        new Field("strategy.campaign.cost", c -> money(c.contactCost())));
  }

  private String named(Optional<String> id, List<CampaignServices.Named> all, String none) {
    return id.map(i ->
            all.stream()
                .filter(n -> n.id().equals(i))
                .map(CampaignServices.Named::name)
                .findFirst()
                .orElse(i))
        .orElseGet(() -> page.getTranslation(none));
  }

  private String number(OptionalInt value) {
    return value.isPresent() ? formats.number(value.getAsInt()) : Formats.UNKNOWN;
  }

  private String percent(double share) {
    return formats.number(100 * share) + " %";
  }

  private String money(Optional<Money> cost) {
    return cost.map(formats::money).orElse(Formats.UNKNOWN);
  }
}
