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

/// `GET /sample-shop`.
@Provider("sample.get")
@Component
public final class GetSample implements Operation {
  private final SampleShop shop;

  @Activate
  public GetSample(@Reference SampleShop shop) {
    this.shop = shop;
  }

  @Override
  public OperationSpec spec() {
    return new OperationSpec(
        "GET",
        "/sample-shop",
        "Say how the made-up shop stands",
        Optional.empty(),
        0,
        Optional.of(SampleAnswer.class),
        "sandbox.manage",
        true,
        OperationSpec.Rate.LIGHT);
  }

  @Override
  public Answer handle(Request request) {
    return Answer.ok(SampleAnswer.of(shop.state()));
  }
}
