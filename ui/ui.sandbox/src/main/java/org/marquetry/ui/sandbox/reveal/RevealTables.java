package org.marquetry.ui.sandbox.reveal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.api.Traits;
import org.marquetry.sandbox.truth.Lifetime;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Money;
import org.marquetry.ui.api.CustomerAddress;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.ProductAddress;
import org.marquetry.ui.sandbox.reveal.CustomerTruth.Effect;
import org.marquetry.ui.sandbox.reveal.CustomerTruth.One;
import org.marquetry.ui.sandbox.reveal.CustomerTruth.Wish;
import org.marquetry.ui.sandbox.reveal.MeasuredReactions.Share;
import org.marquetry.ui.sandbox.reveal.ShopTruth.Line;
import org.marquetry.ui.sandbox.reveal.ShopTruth.Whole;

/// The truth in tables: what is true on the left, what the suite knows of it on the right.
///
/// @param page whose texts are used
record RevealTables(Component page, Formats formats) {
  private String text(String key, Object... values) {
    return page.getTranslation(key, values);
  }

  private List<String> columns(String... keys) {
    return List.of(keys).stream().map(k -> text("sandbox.reveal.column." + k)).toList();
  }

  Component[] shop(Whole whole) {
    List<Component> all = new ArrayList<>();
    Table people =
        new Table("people", text("sandbox.reveal.people"), columns("what", "truth", "suite"));
    String unmeasured = text("sandbox.reveal.unmeasured");
    people.row(
        text("sandbox.reveal.mayCome"),
        text(
            "sandbox.reveal.of",
            formats.number(whole.mayCome()),
            formats.number(whole.customers())),
        unmeasured);
    people.row(
        text("sandbox.reveal.remaining"),
        text("sandbox.reveal.days", formats.number(Math.round(whole.remainingDays()))),
        unmeasured);
    people.row(
        text("sandbox.reveal.visits"), formats.number(30 * whole.visitsPerDay()), unmeasured);
    people.row(text("sandbox.reveal.elasticity"), formats.number(whole.elasticity()), unmeasured);
    all.add(panel("sandbox.reveal.people", people));
    Div halves = new Div();
    halves.addClassNames("mq-halves", "mq-roomy");
    for (Aspect aspect : Aspect.values()) {
      halves.add(
          panel(
              name(aspect), reactions(aspect, whole.reactions().getOrDefault(aspect, List.of()))));
    }
    all.add(new H2(text("sandbox.reveal.messages")));
    all.add(halves);
    return all.toArray(Component[]::new);
  }

  private Table reactions(Aspect aspect, List<Line> lines) {
    Table table =
        new Table(
            "by-" + word(aspect),
            text(name(aspect)),
            columns("value", "open", "openSeen", "click", "clickSeen"));
    for (Line line : lines) {
      table.row(
          value(aspect, line.value()),
          percent(line.open()),
          line.seen().map(s -> share(s.opened())).orElse(Formats.UNKNOWN),
          percent(line.click()),
          line.seen().map(s -> share(s.clicked())).orElse(Formats.UNKNOWN));
    }
    return table;
  }

  private String share(Share share) {
    return share.of() == 0
        ? Formats.UNKNOWN
        : text(
            "sandbox.reveal.interval",
            percent(share.value()),
            percent(share.low()),
            percent(share.high()));
  }

  private String percent(double share) {
    return Double.isNaN(share) ? Formats.UNKNOWN : formats.number(100 * share) + " %";
  }

  Component[] customer(CustomerId id, One one) {
    Table life = new Table("life", text("sandbox.reveal.life"), columns("what", "truth", "suite"));
    Lifetime lifetime = one.lifetime();
    life.row(
        text("sandbox.reveal.alive"),
        text(lifetime.alive() ? "sandbox.reveal.yes" : "sandbox.reveal.gone"),
        known(one, Traits.QUIET_DAYS, "sandbox.reveal.quiet"));
    life.row(
        text("sandbox.reveal.remaining.one"),
        lifetime.alive()
            ? text("sandbox.reveal.days", formats.number(Math.round(lifetime.remainingDays())))
            : Formats.UNKNOWN,
        text("sandbox.reveal.unmeasured"));
    life.row(
        text("sandbox.reveal.visits"),
        formats.number(30 * lifetime.visitsPerDay()),
        known(one, Traits.ORDERS, "sandbox.reveal.orders"));
    life.row(
        text("sandbox.reveal.elasticity"),
        formats.number(one.elasticity()),
        text("sandbox.reveal.unmeasured"));
    life.row(
        text("sandbox.reveal.fatigue"),
        formats.number(one.fatigue()),
        text("sandbox.reveal.unmeasured"));
    Anchor profile = new Anchor(CustomerAddress.of(id), text("sandbox.reveal.profile"));
    profile.getElement().setAttribute("router-link", true);
    Div lifePanel = panel("sandbox.reveal.life", life);
    lifePanel.add(profile);
    Div halves = new Div(lifePanel, panel("sandbox.reveal.top", top(one.top())));
    halves.addClassName("mq-halves");
    return new Component[] {halves, panel("sandbox.reveal.effects", effects(one))};
  }

  private String known(One one, Trait trait, String key) {
    OptionalDouble value = one.known().map(p -> p.number(trait)).orElseGet(OptionalDouble::empty);
    return value.isPresent() ? text(key, formats.number(value.getAsDouble())) : Formats.UNKNOWN;
  }

  private Table top(List<Wish> wishes) {
    Table table =
        new Table("top", text("sandbox.reveal.top"), columns("product", "utility", "bought"));
    for (Wish wish : wishes) {
      Anchor link = new Anchor(ProductAddress.of(wish.product().id()), wish.product().called());
      link.getElement().setAttribute("router-link", true);
      table.row(
          link,
          new Span(formats.number(wish.utility())),
          new Span(
              wish.bought() == 0 ? text("sandbox.reveal.never") : formats.number(wish.bought())));
    }
    return table;
  }

  private Table effects(One one) {
    Table table =
        new Table(
            "effects",
            text("sandbox.reveal.effects"),
            columns("aspect", "value", "open", "click", "unsubscribe", "orders", "revenue"));
    for (Effect effect : one.effects()) {
      var reaction = effect.effect().reaction();
      table.row(
          text(name(effect.aspect())),
          value(effect.aspect(), effect.value()),
          percent(reaction.open()),
          percent(reaction.click()),
          percent(reaction.unsubscribe()),
          formats.number(1_000 * effect.effect().orders()),
          money(one, effect.effect().revenueMinor()));
    }
    return table;
  }

  /// In the currency of what the customer has paid.
  private String money(One one, double minor) {
    return one.known()
        .flatMap((Profile p) -> p.money(Traits.NET_REVENUE))
        .map(paid -> formats.money(new Money(Math.round(minor), paid.currency())))
        .orElse(Formats.UNKNOWN);
  }

  private static String word(Aspect aspect) {
    return aspect.name().toLowerCase(Locale.ROOT);
  }

  private static String name(Aspect aspect) {
    return "sandbox.reveal.by." + word(aspect);
  }

  private String value(Aspect aspect, String value) {
    return switch (aspect) {
      case ELEMENT, CHANNEL -> text("sandbox.reveal." + word(aspect) + "." + value);
      case OFFER -> formats.percent(Double.parseDouble(value));
      case HOUR -> text("sandbox.reveal.hour", value);
    };
  }

  private Div panel(String titleKey, Component content) {
    Div panel = new Div(new H2(text(titleKey)), content);
    panel.addClassNames("shell-panel", "mq-whole");
    return panel;
  }
}
