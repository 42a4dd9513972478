package org.marquetry.autopilot.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.marquetry.campaign.api.Candidate;
import org.marquetry.campaign.api.Goal;
import org.marquetry.campaign.api.Letter;
import org.marquetry.campaign.api.PlannedContact;
import org.marquetry.copy.api.Brief;
import org.marquetry.copy.api.Channel;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.CopyWriter;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.Piece;
import org.marquetry.copy.api.Purpose;
import org.marquetry.copy.api.Style;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Profiles;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.ProductId;

/// Write each planned contact's message in its variant and language, from facts only.
final class Letters {
  private final Run run;
  private final CopyWriter writer;
  private final Profiles profiles;
  private final Messages messages;

  Letters(Run run, CopyWriter writer, Profiles profiles, Messages messages) {
    this.run = run;
    this.writer = writer;
    this.profiles = profiles;
    this.messages = messages;
  }

  /// Write one message; empty when the facts carry no subject or no body.
  Optional<Letter> write(PlannedContact contact, Goal goal) {
    Candidate c = contact.candidate();
    CopyLanguage language = c.language().startsWith("zh") ? CopyLanguage.ZH : CopyLanguage.EN;
    List<Fact> facts = facts(c);
    Optional<Piece> subject = piece(Channel.MAIL_SUBJECT, contact, goal, language, facts);
    Optional<Piece> body = piece(Channel.MAIL_BODY, contact, goal, language, facts);
    if (subject.isEmpty() || body.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Letter(
            c.customer(),
            subject.get().text(),
            "",
            body.get().text().lines().filter(l -> !l.isBlank()).toList(),
            c.recommendation().map(r -> item(r, language)).stream().toList(),
            Optional.empty(),
            in(language, messages.text("letter.footer", run.shop().name())),
            in(language, messages.text("letter.unsubscribe"))));
  }

  private Optional<Piece> piece(
      Channel channel, PlannedContact contact, Goal goal, CopyLanguage language, List<Fact> facts) {
    Style style =
        contact.variant().map(v -> Style.valueOf(v.toUpperCase(Locale.ROOT))).orElse(Style.PLAIN);
    List<Piece> pieces = writer.write(brief(channel, goal, language, facts, Set.of(style)));
    if (pieces.isEmpty()) {
      pieces =
          writer.write(
              brief(
                  channel,
                  goal,
                  language,
                  facts,
                  Set.of(Style.PLAIN, Style.BENEFIT, Style.QUESTION)));
    }
    return pieces.stream().findFirst();
  }

  private Brief brief(
      Channel channel, Goal goal, CopyLanguage language, List<Fact> facts, Set<Style> styles) {
    Purpose purpose =
        switch (goal) {
          case WIN_BACK -> Purpose.WIN_BACK;
          case SECOND_ORDER -> Purpose.SECOND_ORDER;
          case CROSS_SELL, CLEAR_STOCK -> Purpose.CROSS_SELL;
        };
    return Brief.builder(purpose, channel, language)
        .facts(facts)
        .styles(styles)
        .limit(1)
        .seed(run.options().seed())
        .build();
  }

  private List<Fact> facts(Candidate c) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.text(FactNames.SHOP_NAME, run.shop().name(), "v1.shop.name"));
    c.recommendation()
        .flatMap(r -> run.catalogue().find(r.product()))
        .ifPresent(p -> facts.addAll(p.facts()));
    pastProduct(c)
        .flatMap(p -> run.catalogue().find(p))
        .flatMap(Catalogue.Product::name)
        .ifPresent(n -> facts.add(Fact.text(FactNames.REASON_PRODUCT, n, "recommendation reason")));
    profiles.profile(c.customer()).ifPresent(p -> traits(p, facts));
    if (run.options().discount() > 0) {
      facts.add(Fact.percent(FactNames.OFFER_PERCENT, run.options().discount(), "offer"));
    }
    return facts;
  }

  private static void traits(Profile p, List<Fact> facts) {
    p.number(Traits.ORDERS)
        .ifPresent(
            n -> facts.add(Fact.count(FactNames.CUSTOMER_ORDERS, (long) n, "profile.orders")));
    p.number(Traits.RECENCY_DAYS)
        .ifPresent(n ->
            facts.add(
                Fact.count(
                    FactNames.CUSTOMER_DAYS_SINCE_LAST_ORDER, (long) n, "profile.recencyDays")));
    p.text(Traits.TOP_CATEGORY)
        .ifPresent(
            t -> facts.add(Fact.text(FactNames.AUDIENCE_CATEGORY, t, "profile.topCategory")));
  }

  private Letter.Item item(Candidate.Recommended r, CopyLanguage language) {
    String price =
        run.catalogue()
            .find(r.product())
            .flatMap(Catalogue.Product::price)
            .map(m -> Html.number(run.shop().major((double) m.minor()), m.currency()))
            .orElse("");
    String why =
        Optional.ofNullable(r.reason().facts().get("pastProduct"))
            .map(p ->
                in(
                    language,
                    messages.text("letter.because", run.catalogue().name(new ProductId(p)))))
            .orElse(in(language, messages.text("letter.popular")));
    return new Letter.Item(run.catalogue().name(r.product()), price, why, Optional.empty());
  }

  private static Optional<ProductId> pastProduct(Candidate c) {
    return c.recommendation().map(r -> r.reason().facts().get("pastProduct")).map(ProductId::new);
  }

  private static String in(CopyLanguage language, Text text) {
    return language == CopyLanguage.ZH ? text.zh() : text.en();
  }
}
