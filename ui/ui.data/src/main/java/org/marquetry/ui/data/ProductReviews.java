package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.ProductReview;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.ProductId;
import org.marquetry.ui.api.CustomerAddress;
import org.marquetry.ui.api.Formats;

/// What people said, newest first; older on demand.
final class ProductReviews extends Div {
  private static final long serialVersionUID = 1L;
  private static final int STEP = 10;
  private static final int STARS = 5;

  private final transient Catalogue catalogue;
  private int length = STEP;

  ProductReviews(Catalogue catalogue) {
    this.catalogue = catalogue;
    setId("reviews");
    addClassName("shell-panel");
  }

  void show(ProductId product, Formats formats) {
    removeAll();
    add(ProductView.title(this, "data.product.reviews"));
    List<ProductReview> reviews =
        catalogue.reviews(product, 0, Math.min(Catalogue.MAX_PAGE, length + 1));
    if (reviews.isEmpty()) {
      Paragraph none = new Paragraph(getTranslation("data.product.reviews.none"));
      none.addClassName("shell-subtitle");
      add(none);
      return;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("mq-reviews");
    reviews.stream().limit(length).forEach(r -> list.add(item(r, formats)));
    add(list);
    if (reviews.size() > length && length < Catalogue.MAX_PAGE) {
      Button older = new Button(getTranslation("data.product.older"));
      older.addClickListener(e -> {
        length += STEP;
        show(product, formats);
      });
      add(older);
    }
  }

  private ListItem item(ProductReview review, Formats formats) {
    Div head = new Div();
    head.addClassName("mq-line");
    review.stars().ifPresent(stars -> head.add(stars(stars, formats)));
    review
        .title()
        .map(Span::new)
        .ifPresent(title -> {
          title.addClassName("mq-name");
          head.add(title);
        });
    Span when = new Span(formats.dateTime(review.at()));
    when.addClassName("mq-note");
    head.add(when);
    review.customer().ifPresent(c -> head.add(customer(c)));
    ListItem item = new ListItem(head);
    review.text().ifPresent(text -> item.add(new Paragraph(text)));
    return item;
  }

  private Component stars(double given, Formats formats) {
    int full = Math.clamp(Math.round(given), 0, STARS);
    Span stars = new Span("★".repeat(full) + "☆".repeat(STARS - full));
    stars.addClassName("mq-stars");
    stars.getElement().setAttribute("role", "img");
    stars
        .getElement()
        .setAttribute("aria-label", getTranslation("data.product.stars", formats.number(given)));
    return stars;
  }

  static Anchor customer(CustomerId customer) {
    Anchor link = new Anchor(CustomerAddress.of(customer), customer.value());
    link.getElement().setAttribute("router-link", true);
    link.addClassName("mq-note");
    return link;
  }
}
