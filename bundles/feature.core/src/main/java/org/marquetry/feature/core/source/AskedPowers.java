package org.marquetry.feature.core.source;

import java.util.List;
import java.util.stream.IntStream;
import org.marquetry.feature.api.FeaturePower;
import org.marquetry.lib.feature.Powers;
import org.marquetry.shop.api.Words;

/// The powers of a feature in the words of the API.
public final class AskedPowers {
  private AskedPowers() {}

  /// What a feature asks for.
  public static List<FeaturePower> of(Powers powers) {
    return IntStream.range(0, powers.ids().size())
        .mapToObj(i ->
            new FeaturePower(
                powers.ids().get(i), new Words(powers.zh().get(i), powers.en().get(i))))
        .toList();
  }
}
