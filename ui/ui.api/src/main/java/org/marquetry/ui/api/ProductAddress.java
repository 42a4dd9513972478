package org.marquetry.ui.api;

import java.util.Optional;
import org.marquetry.shop.api.ProductId;

/// The address of a product's page.
public final class ProductAddress {
  /// Address of the catalogue.
  public static final String LIST = "catalogue";

  /// Name of the parameter that holds a product.
  public static final String PARAMETER = "product";

  private ProductAddress() {}

  /// The address of a product's page.
  public static String of(ProductId product) {
    return LIST + "/" + segment(product);
  }

  /// The last part of that address: letters, digits and `_~@.-`, whatever the id.
  public static String segment(ProductId product) {
    return IdSegment.of(product.value());
  }

  /// Read the last part of an address; empty when it can be no product's.
  public static Optional<ProductId> read(String segment) {
    return IdSegment.read(segment, ProductId::new);
  }
}
