package org.marquetry.ui.data;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.Product;
import org.marquetry.data.api.ProductDetail;
import org.marquetry.ui.api.ProductAddress;

/// The other products of the family, as small tiles; the open one is marked.
final class ProductVariants extends Div {
  private static final long serialVersionUID = 1L;

  ProductVariants() {
    setId("variants");
    addClassNames("shell-panel", "mq-whole");
  }

  void show(ProductDetail detail, ProductWords words) {
    removeAll();
    setVisible(detail.variants().size() > 1);
    if (!isVisible()) {
      return;
    }
    Div all = new Div();
    all.addClassName("mq-variants");
    for (Product variant : detail.variants()) {
      Span name = new Span(kind(variant));
      name.addClassName("mq-name");
      Div text = new Div(name, new Span(words.price(variant)), words.stock(variant));
      text.addClassName("mq-stack");
      Anchor link = new Anchor(ProductAddress.of(variant.id()), "");
      link.add(words.picture(variant, Picture.Size.THUMB, "mq-thumb"), text);
      link.getElement().setAttribute("router-link", true);
      if (variant.id().equals(detail.product().id())) {
        link.getElement().setAttribute("aria-current", "page");
      }
      all.add(link);
    }
    add(ProductView.title(this, "data.product.variants"), all);
  }

  private static String kind(Product variant) {
    String kind =
        Stream.of(variant.colour(), variant.size())
            .flatMap(java.util.Optional::stream)
            .collect(Collectors.joining(" · "));
    return kind.isEmpty() ? variant.called() : kind;
  }
}
