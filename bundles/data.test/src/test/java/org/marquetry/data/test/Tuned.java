package org.marquetry.data.test;

import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/// Tells what it was given.
@Component(configurationPid = "com.example.tuned", property = "tuned=true")
@Designate(ocd = TunedSettings.class)
public final class Tuned implements Supplier<String> {
  private final String given;

  @Activate
  public Tuned(TunedSettings settings) {
    given =
        "%d %s %s %s '%s'"
            .formatted(
                settings.seconds(),
                settings.mode(),
                String.join("+", settings.hosts()),
                settings.loud(),
                settings._token());
  }

  @Override
  public String get() {
    return given;
  }
}
