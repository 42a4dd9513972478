package org.marquetry.ui.shell;

import com.vaadin.flow.server.VaadinServlet;
import java.net.URL;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/// Where Vaadin's files are: themes and push script in `lib.vaadin`, the built frontend in
/// `ui.frontend`.
final class UiBundles {
  private static final String FRONTEND = "org.marquetry.ui.frontend";
  private static final String BUILD = "/VAADIN/build/";

  private final Bundle vaadin = FrameworkUtil.getBundle(VaadinServlet.class);
  private final Bundle frontend;

  UiBundles(Bundle own) {
    frontend =
        Arrays.stream(own.getBundleContext().getBundles())
            .filter(b -> FRONTEND.equals(b.getSymbolicName()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("bundle " + FRONTEND + " is not installed"));
  }

  /// Find a file that Vaadin asks for by its path in the class path, such as
  /// `META-INF/VAADIN/config/stats.json`.
  @Nullable URL resource(String path) {
    URL built = frontend.getEntry(path);
    return built != null ? built : vaadin.getEntry(path);
  }

  /// Find a file that the browser asks for by its path in the page's address. Vaadin looks for the
  /// compressed variants of its build files here and only here.
  @Nullable URL webFile(String path) {
    return path.startsWith(BUILD)
        ? frontend.getEntry("META-INF/VAADIN/webapp" + path)
        : vaadin.getEntry("META-INF/resources" + path);
  }
}
