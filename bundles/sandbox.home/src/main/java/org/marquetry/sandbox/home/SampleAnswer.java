package org.marquetry.sandbox.home;

import java.util.Locale;
import java.util.Optional;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.sandbox.api.SampleShop;
import org.marquetry.sandbox.api.SampleShopState;

/// How the made-up shop stands, as the door tells it; without its token.
record SampleAnswer(String phase, String home, Optional<String> address, Optional<String> problem) {
  static SampleAnswer of(SampleShopState state) {
    return new SampleAnswer(
        state.phase().name().toLowerCase(Locale.ROOT),
        state.home().toString(),
        state.address(),
        state.problem());
  }

  /// Do something and say how the shop stands then.
  ///
  /// @throws ProblemException 409 when it cannot be done as things are
  static Answer after(SampleShop shop, Runnable act) {
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
    return Answer.ok(of(shop.state()));
  }
}
