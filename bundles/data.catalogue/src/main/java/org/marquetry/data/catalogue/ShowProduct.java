package org.marquetry.data.catalogue;

import org.marquetry.data.api.Catalogue;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;
import org.marquetry.shop.api.ProductId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `GET /products/{id}`.
@Provider("products.show")
@Component
public final class ShowProduct implements Operation {
  private final Catalogue catalogue;

  @Activate
  public ShowProduct(@Reference Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public OperationSpec spec() {
    return OperationSpec.get(
        "/products/{id}",
        "One product with its variants and the history of its price",
        ProductAnswers.Detail.class,
        Catalogue.READ);
  }

  @Override
  public Answer handle(Request request) {
    ProductId id = new ProductId(request.path("id"));
    return Answer.ok(
        catalogue
            .product(id)
            .map(ProductAnswers.Detail::of)
            .orElseThrow(() ->
                new ProblemException(
                    new Problem(
                        404,
                        "No such product",
                        "No fact names the product " + id + ".",
                        "Look at GET /products."))));
  }
}
