package org.marquetry.data.test;

import java.lang.reflect.Proxy;
import java.util.List;
import org.marquetry.feature.api.Features;
import org.marquetry.feature.api.InstalledFeature;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/// A home in which the extension was installed; nothing else is asked of its features here.
@Component(service = TunedIsInstalled.class, immediate = true)
public final class TunedIsInstalled {
  private static final List<InstalledFeature> INSTALLED =
      List.of(
          feature("tuned", true, "com.example.tuned 1.0.0"),
          feature("http", false, "org.apache.felix.http.jetty 1.1.8"));

  private final ServiceRegistration<Features> registered;

  @Activate
  public TunedIsInstalled(BundleContext context) {
    Features features =
        (Features)
            Proxy.newProxyInstance(
                Features.class.getClassLoader(),
                new Class<?>[] {Features.class},
                (_, method, _) -> {
                  if (method.getName().equals("installed")) {
                    return INSTALLED;
                  }
                  throw new UnsupportedOperationException(method.getName());
                });
    registered = context.registerService(Features.class, features, null);
  }

  @Deactivate
  void close() {
    registered.unregister();
  }

  private static InstalledFeature feature(String name, boolean added, String bundle) {
    return new InstalledFeature(
        name, name, "", "1.0.0", added, "", "", "", List.of(), List.of(), List.of(bundle));
  }
}
