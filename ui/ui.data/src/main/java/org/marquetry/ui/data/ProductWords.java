package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.data.api.CatalogueQuery;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.Product;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.ProductAddress;

/// A product's parts for people's eyes. What the shop wrote stays as it is: text, never markup.
record ProductWords(Component page, Formats formats) {
  /// A picture in a frame that keeps its place while it comes, or where there is none.
  Component picture(Product product, Picture.Size size, String frame) {
    Div place = new Div();
    place.addClassNames("mq-picture", frame);
    product
        .picture()
        .ifPresentOrElse(
            kept -> {
              Image image = new Image(kept.path(size), product.called());
              if (size == Picture.Size.THUMB) {
                image.getElement().setAttribute("loading", "lazy");
              }
              place.add(image);
            },
            () -> place.add(new Icon("vaadin", "picture")));
    return place;
  }

  Anchor link(Product product) {
    Anchor link = new Anchor(ProductAddress.of(product.id()), product.called());
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  /// Brand, size and colour, as far as they are known.
  String kind(Product product) {
    return Stream.of(product.brand(), product.size(), product.colour())
        .flatMap(java.util.Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  String price(Product product) {
    return product.price().map(formats::money).orElse(Formats.UNKNOWN);
  }

  String category(Product product) {
    return Stream.of(product.category(), product.subcategory())
        .flatMap(java.util.Optional::stream)
        .distinct()
        .collect(Collectors.joining(" › "));
  }

  /// Units in stock; sold out and few in colour and in words.
  Component stock(Product product) {
    if (product.stock().isEmpty()) {
      return new Span(Formats.UNKNOWN);
    }
    long units = product.stock().getAsLong();
    if (units > CatalogueQuery.FEW) {
      return new Span(formats.number(units));
    }
    Span chip =
        new Span(
            units == 0
                ? page.getTranslation("data.stock.sold-out")
                : page.getTranslation("data.stock.only", units));
    chip.addClassNames("mq-chip", units == 0 ? "mq-odd" : "mq-soft");
    return chip;
  }

  /// Mean of the stars and how many there are.
  String rating(Product product) {
    return product.rating().isEmpty()
        ? Formats.UNKNOWN
        : String.format(
            Locale.ROOT, "★ %.1f (%d)", product.rating().getAsDouble(), product.ratings());
  }
}
