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

/// `POST /sample-shop/start`.
@Provider("sample.start")
@Component
public final class StartSample implements Operation {
  private final SampleShop shop;

  @Activate
  public StartSample(@Reference SampleShop shop) {
    this.shop = shop;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "POST",
        "/sample-shop/start",
        "Start the made-up shop",
        Optional.empty(),
        0,
        Optional.of(SampleAnswer.class),
        "sandbox.manage",
        false,
        OperationSpec.Rate.LIGHT);
  }

  @Override
  public Answer handle(Request request) {
    return SampleAnswer.after(shop, shop::start);
  }
}
