package org.marquetry.platform.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.marquetry.platform.api.http.OpenAnswer;
import org.marquetry.platform.api.http.OpenPath;
import org.marquetry.platform.api.http.OpenRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/open/*`: what strangers' browsers may ask. At most so many requests at once, so that they
/// leave room for the others; a failure is told without words.
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + OpenContext.NAME + ")")
public final class OpenServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(OpenServlet.class);
  private static final int AT_ONCE = 64;
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");

  private final transient List<OpenPath> open = new CopyOnWriteArrayList<>();
  private final transient Semaphore free = new Semaphore(AT_ONCE);
  private final transient Traffic traffic;

  @Activate
  public OpenServlet(@Reference Traffic traffic) {
    this.traffic = traffic;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addPath(OpenPath path) {
    open.add(path);
  }

  void removePath(OpenPath path) {
    open.remove(path);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long start = System.nanoTime();
    OpenAnswer answer = answer(request);
    traffic.count("/open", answer.status(), System.nanoTime() - start);
    response.setStatus(answer.status());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    answer.headers().forEach(response::setHeader);
    if (!answer.contentType().isEmpty()) {
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      response.setContentType(answer.contentType());
      response.setCharacterEncoding("UTF-8");
      response.setContentLength(body.length);
      if (!request.getMethod().equals("HEAD")) {
        response.getOutputStream().write(body);
      }
    }
  }

  private OpenAnswer answer(HttpServletRequest http) throws IOException {
    if (!METHODS.contains(http.getMethod())) {
      return new OpenAnswer(405, "", "", Map.of("Allow", "GET, HEAD, OPTIONS, POST"));
    }
    if (!free.tryAcquire()) {
      return new OpenAnswer(429, "", "", Map.of("Retry-After", "1"));
    }
    try {
      byte[] body = http.getInputStream().readNBytes(OpenRequest.MAX_BODY + 1);
      if (body.length > OpenRequest.MAX_BODY) {
        return OpenAnswer.empty(413);
      }
      OpenRequest request = new StrangersRequest(http, new String(body, StandardCharsets.UTF_8));
      return Callers.VISITOR.call(() -> serve(request));
    } finally {
      free.release();
    }
  }

  private OpenAnswer serve(OpenRequest request) {
    try {
      for (OpenPath path : open) {
        if (path.paths().contains(request.path())) {
          return path.handle(request);
        }
      }
      return OpenAnswer.empty(404);
    } catch (RuntimeException e) { // a bundle's failure is not the stranger's to read
      log.warn("A request to /open{} failed", request.path(), e);
      return OpenAnswer.empty(500);
    }
  }
}
