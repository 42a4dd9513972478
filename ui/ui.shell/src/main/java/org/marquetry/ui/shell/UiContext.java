package org.marquetry.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URL;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/// The servlet context of the UI. One for each bundle that publishes here, so that each finds its
/// own files.
@Component(service = ServletContextHelper.class, scope = ServiceScope.BUNDLE)
@HttpWhiteboardContext(name = UiContext.NAME, path = "/")
public final class UiContext extends ServletContextHelper {
  static final String NAME = "marquetry.ui";

  /// Where the shell's own files lie; nothing else of its bundle is public.
  private static final String FILES = "/shell/";

  private final Bundle own = FrameworkUtil.getBundle(UiContext.class);
  private final UiBundles bundles = new UiBundles(own);
  private final Bundle user;

  @Activate
  public UiContext(ComponentContext context) {
    user = context.getUsingBundle();
  }

  /// Pages guard themselves; here every answer gets its security headers.
  @Override
  public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) {
    SecurityHeaders.set(response);
    return true;
  }

  @Override
  @NullUnmarked
  public URL getResource(String name) {
    String path = name.startsWith("/") ? name : "/" + name;
    if (!user.equals(own)) {
      return user.getEntry(path);
    }
    return path.startsWith(FILES) ? own.getEntry(path) : bundles.webFile(path);
  }

  @Override
  public Set<String> getResourcePaths(String path) {
    return Set.of();
  }

  @Override
  public String getMimeType(String name) {
    int dot = name.lastIndexOf('.');
    return switch (dot < 0 ? "" : name.substring(dot + 1)) {
      case "js" -> "text/javascript";
      case "css" -> "text/css";
      case "svg" -> "image/svg+xml";
      case "woff2" -> "font/woff2";
      default -> super.getMimeType(name);
    };
  }
}
