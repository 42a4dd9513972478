package org.marquetry.ui.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.data.api.CatalogueQuery;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.Product;
import org.marquetry.search.api.ProductHit;
import org.marquetry.shop.api.ProductId;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.ProductAddress;

/// One product that was found.
final class HitCard extends ListItem {
  private static final long serialVersionUID = 1L;

  private final transient Formats formats;

  /// @param open the products whose reasons are open; kept up to date
  HitCard(
      ContentServices services, Shown shown, ProductHit hit, Formats formats, Set<ProductId> open) {
    this.formats = formats;
    Optional<Product> product = Optional.ofNullable(shown.products().get(hit.product()));
    addClassName("mq-hit");
    add(picture(hit, product), name(hit), kind(hit), money(hit, product));
    add(why(services, shown, hit, open));
  }

  private static Component picture(ProductHit hit, Optional<Product> product) {
    Div frame = new Div();
    frame.addClassName("mq-picture");
    product
        .flatMap(Product::picture)
        .ifPresentOrElse(
            kept -> {
              Image image = new Image(kept.path(Picture.Size.LIST), hit.title());
              image.getElement().setAttribute("loading", "lazy");
              frame.add(image);
            },
            () -> frame.add(new Icon("vaadin", "picture")));
    return frame;
  }

  private static Component name(ProductHit hit) {
    Anchor link = new Anchor(ProductAddress.of(hit.product()), hit.title());
    link.getElement().setAttribute("router-link", true);
    link.addClassName("mq-name");
    return link;
  }

  private static Component kind(ProductHit hit) {
    Span kind =
        new Span(
            Stream.of(hit.brand(), hit.category())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · ")));
    kind.addClassName("mq-note");
    return kind;
  }

  private Component money(ProductHit hit, Optional<Product> product) {
    Span price =
        new Span(
            hit.price() // by which it was found and narrowed; the index may lag a little
                .or(() -> product.flatMap(Product::price))
                .map(formats::money)
                .orElse(Formats.UNKNOWN));
    price.addClassName("mq-price");
    Div line = new Div(price);
    line.addClassName("mq-line");
    product.map(this::stock).ifPresent(line::add);
    return line;
  }

  private Component stock(Product product) {
    if (product.stock().isEmpty()) {
      Span unknown = new Span(getTranslation("content.stock.unknown"));
      unknown.addClassName("mq-note");
      return unknown;
    }
    long units = product.stock().getAsLong();
    String key = units == 0 ? "sold-out" : units <= CatalogueQuery.FEW ? "few" : "enough";
    Span stock = new Span(getTranslation("content.stock." + key, formats.number(units)));
    stock.addClassNames(units > CatalogueQuery.FEW ? "mq-note" : "mq-chip");
    if (units <= CatalogueQuery.FEW) {
      stock.addClassName(units == 0 ? "mq-odd" : "mq-soft");
    }
    return stock;
  }

  private Component why(
      ContentServices services, Shown shown, ProductHit hit, Set<ProductId> open) {
    NativeDetails why = new NativeDetails(getTranslation("content.why"));
    why.addClassName("mq-why");
    if (shown.request().text().isBlank()) {
      why.setVisible(false);
      return why;
    }
    why.addToggleListener(e -> {
      if (e.isOpened()) {
        open.add(hit.product());
        why.setContent(reasons(services, shown, hit));
      } else {
        open.remove(hit.product());
      }
    });
    if (open.contains(hit.product())) {
      why.setContent(reasons(services, shown, hit));
      why.setOpen(true);
    }
    return why;
  }

  private Component reasons(ContentServices services, Shown shown, ProductHit hit) {
    Div lines = new Div();
    List<Component> words =
        services
            .search()
            .explain(shown.request(), hit.product())
            .map(reason -> new ReasonWords(this, formats).of(reason))
            .orElseGet(() -> List.of(new Paragraph(getTranslation("content.why.gone"))));
    lines.add(words);
    return lines;
  }
}
