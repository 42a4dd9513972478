package org.marquetry.platform.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.platform.api.http.PublicFile;
import org.marquetry.platform.api.http.PublicFiles;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/files/*`: what anyone may read. A file can run no script and no page: whatever its bytes are,
/// the browser takes it for what its type says.
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + FilesContext.NAME + ")")
public final class FilesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(FilesServlet.class);
  private static final Duration NEVER_CHANGES = Duration.ofDays(365);

  @SuppressWarnings("serial") // never serialized
  private final List<PublicFiles> folders = new CopyOnWriteArrayList<>();

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addFiles(PublicFiles files) {
    folders.add(files);
  }

  void removeFiles(PublicFiles files) {
    folders.remove(files);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    Optional<PublicFile> found;
    try {
      found = Callers.VISITOR.call(() -> find(request.getPathInfo()));
    } catch (ProviderMissing swapped) {
      response.setHeader("Retry-After", "2");
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    } catch (RuntimeException e) { // a partner's code must not show its stack to strangers
      log.error("a public file could not be read", e);
      response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      return;
    }
    if (found.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    write(found.get(), response);
  }

  private static void write(PublicFile file, HttpServletResponse response) throws IOException {
    boolean unchanging = file.maxAge().compareTo(NEVER_CHANGES) >= 0;
    response.setHeader(
        "Cache-Control",
        "public, max-age=" + file.maxAge().toSeconds() + (unchanging ? ", immutable" : ""));
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin"); // the shop's own pages
    response.setContentType(file.type());
    response.setContentLength(file.content().length);
    response.getOutputStream().write(file.content()); // HttpServlet leaves it out for HEAD
  }

  private Optional<PublicFile> find(@Nullable String path) {
    String[] parts = path == null ? new String[0] : path.split("/", -1);
    if (parts.length != 3 || parts[2].isEmpty()) {
      return Optional.empty();
    }
    return folders.stream()
        .filter(f -> f.folder().equals(parts[1]))
        .findFirst()
        .flatMap(f -> f.file(parts[2]));
  }
}
