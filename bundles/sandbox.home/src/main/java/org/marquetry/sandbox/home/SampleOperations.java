package org.marquetry.sandbox.home;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.sandbox.api.SampleShop;
import org.marquetry.sandbox.api.SampleShopState;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// The made-up shop at the door for programs; its token is told to people only.
@Component(
    service = {},
    immediate = true)
public final class SampleOperations {
  private static final Ops OPS = new Ops("sandbox.manage", "sandbox.manage");

  private final SampleShop shop;
  private final Served served;

  @Activate
  public SampleOperations(BundleContext context, @Reference SampleShop shop) {
    this.shop = shop;
    served = Served.by(context, "sample", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  /// How the made-up shop stands, without its token.
  record Sample(String phase, String home, Optional<String> address, Optional<String> problem) {
    static Sample of(SampleShopState state) {
      return new Sample(
          state.phase().name().toLowerCase(Locale.ROOT),
          state.home().toString(),
          state.address(),
          state.problem());
    }
  }

  private List<Op> all() {
    return List.of(
        OPS.get(
            "get",
            "/sample-shop",
            "Say how the made-up shop stands",
            Sample.class,
            _ -> Sample.of(shop.state())),
        act("start", "POST /sample-shop/start", "Start the made-up shop", shop::start),
        act("stop", "POST /sample-shop/stop", "Stop the made-up shop", shop::stop),
        act("remove", "DELETE /sample-shop", "Delete the made-up shop's home", shop::remove));
  }

  private Op act(String name, String methodAndPath, String summary, Runnable act) {
    return OPS.change(
        name,
        methodAndPath,
        summary,
        null,
        Sample.class,
        methodAndPath.startsWith("DELETE"),
        _ -> {
          try {
            act.run();
          } catch (IllegalStateException e) {
            throw new ProblemException(
                new Problem(
                    409,
                    "Not as things are",
                    String.valueOf(e.getMessage()) + ".",
                    "Look how it stands with GET /sample-shop, then try again."));
          }
          return Answer.ok(Sample.of(shop.state()));
        });
  }
}
