package org.marquetry.ui.profile;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.profile.api.CustomerEvent;
import org.marquetry.shop.api.OrderId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.ui.api.Formats;

/// An event in words. What the shop or a visitor sent stays as it is: text, never markup.
record EventWords(Component page, Formats formats) {
  private static final Set<String> KNOWN =
      Set.of(
          "viewed",
          "searched",
          "carted",
          "uncarted",
          "ordered",
          "cancelled",
          "returned",
          "reviewed",
          "posted",
          "exposed",
          "sending",
          "sent",
          "unsent",
          "delivered",
          "opened",
          "clicked",
          "redeemed",
          "bounced",
          "complained",
          "unsubscribed",
          "consented",
          "answered",
          "customerChanged");
  private static final int MOST_PROPERTIES = 6;

  /// What happened; a type of the shop's own as the shop calls it.
  String type(CustomerEvent event) {
    return KNOWN.contains(event.type())
        ? page.getTranslation("profile.event." + event.type())
        : event.type();
  }

  /// What it was about: the product by its title, else by its id.
  String product(CustomerEvent event) {
    return event
        .title()
        .or(() -> event.product().map(ProductId::value))
        .map(t ->
            event.quantity().isPresent() && event.quantity().getAsDouble() != 1
                ? t + " × " + formats.number(event.quantity().getAsDouble())
                : t)
        .orElse("");
  }

  /// Order and properties, on one line.
  String details(CustomerEvent event) {
    List<String> order =
        event.order().map(OrderId::value).stream()
            .map(o -> page.getTranslation("profile.order", o))
            .toList();
    return Stream.concat(
            order.stream(),
            event.properties().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .limit(MOST_PROPERTIES)
                .map(p -> p.getKey() + ": " + p.getValue()))
        .collect(Collectors.joining(" · "));
  }

  String amount(CustomerEvent event) {
    return event.amount().map(formats::money).orElse("");
  }

  String counted(CustomerEvent event) {
    return event.counted().map(formats::money).orElse("");
  }
}
