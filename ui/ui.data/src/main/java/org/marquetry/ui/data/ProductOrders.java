package org.marquetry.ui.data;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.ProductOrder;
import org.marquetry.shop.api.ProductId;
import org.marquetry.ui.api.Formats;

/// Who bought it, newest first; older on demand.
final class ProductOrders extends Div {
  private static final long serialVersionUID = 1L;
  private static final int STEP = 8;

  private final transient Catalogue catalogue;
  private int length = STEP;

  ProductOrders(Catalogue catalogue) {
    this.catalogue = catalogue;
    setId("orders");
    addClassName("shell-panel");
  }

  /// @param kept orders that kept some of it
  void show(ProductId product, int kept, Formats formats) {
    removeAll();
    add(ProductView.title(this, "data.product.orders"));
    List<ProductOrder> orders =
        catalogue.orders(product, 0, Math.min(Catalogue.MAX_PAGE, length + 1));
    Paragraph sum =
        new Paragraph(getTranslation("data.product.orders.kept", kept, formats.number(kept)));
    sum.addClassName("shell-subtitle");
    add(sum);
    UnorderedList list = new UnorderedList();
    list.addClassName("mq-reviews");
    orders.stream().limit(length).forEach(o -> list.add(item(o, formats)));
    add(list);
    if (orders.size() > length && length < Catalogue.MAX_PAGE) {
      Button older = new Button(getTranslation("data.product.older"));
      older.addClickListener(e -> {
        length += STEP;
        show(product, kept, formats);
      });
      add(older);
    }
  }

  private ListItem item(ProductOrder order, Formats formats) {
    Span when = new Span(formats.dateTime(order.at()));
    when.addClassName("mq-note");
    Span paid =
        new Span(
            formats.number(order.quantity())
                + " × "
                + order.paid().map(formats::money).orElse(Formats.UNKNOWN));
    Div line = new Div(paid);
    line.addClassName("mq-line");
    if (!order.kept()) {
      Span chip = new Span(getTranslation("data.product.notKept"));
      chip.addClassNames("mq-chip", "mq-soft");
      line.add(chip);
    }
    line.add(when);
    order.customer().ifPresent(c -> line.add(ProductReviews.customer(c)));
    Span number = new Span(getTranslation("data.product.order", order.order().value()));
    number.addClassName("mq-note");
    return new ListItem(line, number);
  }
}
