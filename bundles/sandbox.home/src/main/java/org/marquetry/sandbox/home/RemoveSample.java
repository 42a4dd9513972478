package org.marquetry.sandbox.home;

import java.util.Optional;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.OperationSpec;
import org.marquetry.platform.api.http.Request;
import org.marquetry.sandbox.api.SampleShop;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// `DELETE /sample-shop`.
@Provider("sample.remove")
@Component
public final class RemoveSample implements Operation {
  private final SampleShop shop;

  @Activate
  public RemoveSample(@Reference SampleShop shop) {
    this.shop = shop;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "DELETE",
        "/sample-shop",
        "Delete the made-up shop and its home",
        Optional.empty(),
        0,
        Optional.of(SampleAnswer.class),
        "sandbox.manage",
        true,
        OperationSpec.Rate.LIGHT);
  }

  @Override
  public Answer handle(Request request) {
    return SampleAnswer.after(shop, shop::remove);
  }
}
