package org.marquetry.ui.shell;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.OneTimeInitializerPredicate;
import com.vaadin.flow.di.ResourceProvider;
import com.vaadin.flow.router.DefaultRoutePathProvider;
import com.vaadin.flow.server.StaticFileHandlerFactory;
import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.startup.AppShellPredicate;
import com.vaadin.flow.server.startup.DefaultApplicationConfigurationFactory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// Vaadin's own service look-up, as a plain list: no scan of the class path, no service loader.
final class UiLookup implements Lookup {
  private final List<Object> services;

  UiLookup(UiBundles bundles, InstantiatorFactory instantiators) {
    services =
        List.of(
            (OneTimeInitializerPredicate) () -> true,
            (StaticFileHandlerFactory) StaticFileServer::new,
            (AppShellPredicate) AppShellConfigurator.class::isAssignableFrom,
            new DefaultApplicationConfigurationFactory(),
            new DefaultRoutePathProvider(),
            new Resources(bundles),
            instantiators);
  }

  @Override
  @NullUnmarked
  public <T> T lookup(Class<T> type) {
    return lookupAll(type).stream().findFirst().orElse(null);
  }

  @Override
  public <T> Collection<T> lookupAll(Class<T> type) {
    return services.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /// The files of the frontend build.
  private record Resources(UiBundles bundles) implements ResourceProvider {
    @Override
    @NullUnmarked
    public URL getApplicationResource(String path) {
      return bundles.resource(path);
    }

    @Override
    public List<URL> getApplicationResources(String path) {
      URL url = bundles.resource(path);
      return url == null ? List.of() : List.of(url);
    }

    @Override
    @NullUnmarked
    public URL getClientResource(String path) {
      return bundles.resource(path);
    }

    @Override
    public InputStream getClientResourceAsStream(String path) throws IOException {
      @Nullable URL url = bundles.resource(path);
      if (url == null) {
        throw new FileNotFoundException(path);
      }
      return url.openStream();
    }
  }
}
