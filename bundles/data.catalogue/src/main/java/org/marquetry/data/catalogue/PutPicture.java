package org.marquetry.data.catalogue;

import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Optional;
import org.marquetry.data.api.Catalogue;
import org.marquetry.data.api.Picture;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.marquetry.shop.api.ProductId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `PUT /products/{id}/picture`: a file in Base64, because the door speaks JSON only.
@Provider("products.picture")
@Component
public final class PutPicture implements Operation {
  private final Catalogue catalogue;

  @Activate
  public PutPicture(@Reference Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "PUT",
        "/products/{id}/picture",
        "Keep a picture of a product: a JPEG, PNG, GIF or BMP file in Base64, about 7 MB at most",
        Optional.of(ProductAnswers.SentPicture.class),
        0,
        Optional.of(ProductAnswers.KeptPicture.class),
        Catalogue.WRITE,
        true,
        OperationSpec.Rate.HEAVY);
  }

  @Override
  public Answer handle(Request request) {
    byte[] file =
        Base64.getDecoder().decode(request.body(ProductAnswers.SentPicture.class).base64());
    Picture picture =
        catalogue.keepPicture(new ProductId(request.path("id")), new ByteArrayInputStream(file));
    return Answer.ok(new ProductAnswers.KeptPicture(picture.path(Picture.Size.FULL)));
  }
}
