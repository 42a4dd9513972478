package org.marquetry.ui.measurement;

import java.time.InstantSource;
import org.marquetry.insight.api.Today;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// The way to what waits today.
@Component(service = TodaySource.class)
public final class TodaySource extends Source<Today> {
  @Activate
  public TodaySource(@Reference InstantSource clock) {
    super(clock);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "gone")
  void come(Today service) {
    came(service);
  }

  void gone(Today service) {
    went(service);
  }
}
