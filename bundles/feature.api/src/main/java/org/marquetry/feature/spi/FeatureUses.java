package org.marquetry.feature.spi;

import java.util.List;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.platform.api.gate.Requires;
import org.marquetry.platform.api.gate.Whiteboard;
import org.osgi.annotation.versioning.ConsumerType;

/// Tell what people made that rests on services of other bundles: campaigns on a channel, segments
/// on a source of traits. A plan of a change shows it to whoever wants to make the change. Register
/// it as a service.
@ConsumerType
@Whiteboard
public interface FeatureUses {
  /// Everything that is in use now; what is archived or ended is left out. Returns within a second.
  @Requires("feature.read")
  List<FeatureUse> uses();

  /// Do with one of them what a person chose, before what it rests on goes; as that person.
  ///
  /// @param choice one of its own choices
  @Requires("feature.install")
  default void settle(String object, FeatureUse.Choice choice) {
    throw new IllegalArgumentException("nothing can be done with " + object);
  }
}
