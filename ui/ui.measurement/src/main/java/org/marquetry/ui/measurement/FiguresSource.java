package org.marquetry.ui.measurement;

import java.time.InstantSource;
import org.marquetry.insight.api.Figures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// The way to the figures.
@Component(service = FiguresSource.class)
public final class FiguresSource extends Source<Figures> {
  @Activate
  public FiguresSource(@Reference InstantSource clock) {
    super(clock);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "gone")
  void come(Figures service) {
    came(service);
  }

  void gone(Figures service) {
    went(service);
  }
}
