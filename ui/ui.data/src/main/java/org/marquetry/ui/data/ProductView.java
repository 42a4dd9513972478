package org.marquetry.ui.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.Product;
import org.marquetry.data.api.ProductDetail;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.shop.api.ProductId;
import org.marquetry.ui.api.FileDrop;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.ProductAddress;

/// One product: picture, what is known, variants, price over time, reviews, orders. The address
/// holds the product.
final class ProductView extends VerticalLayout
    implements LocaleChangeObserver, BeforeEnterObserver, HasDynamicTitle {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(3);

  private final transient DataServices services;
  private transient Optional<ProductId> product = Optional.empty();
  private transient Optional<ProductDetail> shown = Optional.empty();
  private transient Optional<Uploading> uploading = Optional.empty();
  private final Anchor back = new Anchor(ProductAddress.LIST, "");
  private final H1 name = new H1();
  private final Paragraph about = new Paragraph();
  private final Div actions = new Div();
  private final Div picture = new Div();
  private final Div tiles = new Div();
  private final Div facts = new Div();
  private final ProductVariants variants = new ProductVariants();
  private final ProductPrices prices = new ProductPrices();
  private final ProductReviews reviews;
  private final ProductOrders orders;
  private final Div panels = new Div();
  private final Div body;

  /// What takes another picture of a product; it stays while a file comes.
  private record Uploading(ProductId product, FileDrop drop) {}

  ProductView(DataServices services) {
    this.services = services;
    this.reviews = new ProductReviews(services.catalogue());
    this.orders = new ProductOrders(services.catalogue());
    setId("product");
    back.getElement().setAttribute("router-link", true);
    about.addClassName("shell-subtitle");
    about.setId("about");
    tiles.addClassName("mq-tiles");
    facts.addClassNames("shell-panel", "mq-whole");
    picture.addClassName("mq-portrait");
    panels.addClassName("shell-full");
    Div head = new Div(new Div(new Nav(back), name, about), actions);
    head.addClassName("shell-head");
    Div first = new Div(picture, new Div(tiles, facts, variants));
    first.addClassName("mq-product");
    Div side = new Div(prices, orders);
    side.addClassName("mq-side");
    Div second = new Div(reviews, side);
    second.addClassName("mq-columns");
    body = new Div(first, second, panels);
    body.addClassName("shell-full");
    add(head, body);
    services.live().watch(this, PERIOD, this::look, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    product =
        event.getRouteParameters().get(ProductAddress.PARAMETER).flatMap(ProductAddress::read);
    shown = look();
    actions.removeAll();
    panels.removeAll();
    product.ifPresent(p -> {
      actions.add(services.places().actions("product", p.value()));
      panels.add(services.places().panels("product", p.value(), Div::new));
    });
    if (isAttached()) {
      show();
    }
  }

  private Optional<ProductDetail> look() {
    return product.flatMap(p -> services.catalogue().product(p));
  }

  private void refresh(Optional<ProductDetail> now) {
    if (!now.equals(shown)) {
      shown = now;
      show();
    }
  }

  @Override
  public String getPageTitle() {
    return shown
        .map(d -> d.product().called())
        .orElseGet(() -> getTranslation("data.product.unknown"));
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    back.removeAll();
    back.add(new Icon("vaadin", "angle-left"), new Span(getTranslation("data.catalogue")));
    show();
  }

  private void show() {
    ProductWords words = new ProductWords(this, services.formats(getLocale()));
    name.setText(getPageTitle());
    body.setVisible(shown.isPresent());
    about.setText(
        shown
            .map(d -> about(d.product(), words))
            .orElseGet(() -> getTranslation("data.product.unknown.text")));
    shown.ifPresent(d -> show(d, words));
  }

  private void show(ProductDetail detail, ProductWords words) {
    Product p = detail.product();
    picture.removeAll();
    picture.add(words.picture(p, Picture.Size.FULL, "mq-large"));
    if (Actor.current().may(Catalogue.WRITE)) {
      picture.add(upload(p.id()));
    }
    tiles.removeAll();
    tiles.add(
        tile("price", new Span(words.price(p))),
        tile("stock", words.stock(p)),
        tile("sold", new Span(words.formats().number(p.sold()))),
        tile("orders", new Span(words.formats().number(detail.orders()))),
        tile("rating", new Span(words.rating(p))));
    facts(detail);
    variants.show(detail, words);
    prices.show(detail, words);
    reviews.show(p.id(), words.formats());
    orders.show(p.id(), detail.orders(), words.formats());
  }

  private FileDrop upload(ProductId id) {
    if (!id.equals(uploading.map(Uploading::product).orElse(null))) {
      uploading =
          Optional.of(
              new Uploading(
                  id, PictureUploads.one(services.catalogue(), id, () -> refresh(look()))));
    }
    FileDrop drop = uploading.orElseThrow().drop();
    drop.translate();
    return drop;
  }

  private Div tile(String what, Component value) {
    Span label = new Span(getTranslation("data.column." + what));
    label.addClassName("mq-label");
    Span shownValue = new Span(value);
    shownValue.addClassName("mq-value");
    shownValue.setId("product-" + what);
    Div tile = new Div(label, shownValue);
    tile.addClassName("mq-tile");
    return tile;
  }

  private void facts(ProductDetail detail) {
    facts.removeAll();
    detail.description().ifPresent(text -> facts.add(new Paragraph(text)));
    if (!detail.attributes().isEmpty()) {
      DescriptionList list = new DescriptionList();
      list.addClassName("mq-facts");
      detail
          .attributes()
          .forEach((key, value) ->
              list.add(new DescriptionList.Term(key), new DescriptionList.Description(value)));
      facts.add(list);
    }
    facts.setVisible(facts.getComponentCount() > 0);
  }

  private static String about(Product product, ProductWords words) {
    return Stream.of(
            words.page().getTranslation("data.product.id", product.id().value()),
            words.category(product),
            words.kind(product))
        .filter(t -> !t.isEmpty() && !t.equals(Formats.UNKNOWN))
        .collect(Collectors.joining(" · "));
  }

  /// A panel with its title.
  static H2 title(Component page, String key) {
    return new H2(page.getTranslation(key));
  }
}
