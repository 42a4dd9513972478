package org.marquetry.platform.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.marquetry.access.api.LogIn;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/// `/api/v1/*`: the one servlet behind which every operation stands.
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/v1/*")
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + ApiContext.NAME + ")")
public final class ApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Operations operations = new Operations(this::forgetClasses);
  private final transient RunToken token;
  private final transient Door door;
  private final transient Traffic traffic;

  /// @throws IOException if the token file cannot be written
  @Activate
  public ApiServlet(
      BundleContext context,
      @Reference LogIn logIn,
      @Reference Databases databases,
      @Reference InstantSource clock,
      @Reference Traffic traffic)
      throws IOException {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "the framework property marquetry.home is not set; start the suite with the launcher");
    }
    this.token = RunToken.make(Path.of(home));
    this.door = new Door(operations, new Callers(logIn, token), replays(databases, clock), traffic);
    this.traffic = traffic;
    operations.add(new ListOperations(operations));
    traffic.open(true);
  }

  private static Replays replays(Databases databases, InstantSource clock) {
    Database own =
        Actor.SYSTEM.call(() -> databases.open(Replays.class, List.of("0001-replies.sql")));
    return new Replays(own, clock);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addOperation(Operation operation) {
    operations.add(operation);
  }

  void removeOperation(Operation operation) {
    operations.remove(operation);
    forgetClasses();
  }

  private void forgetClasses() {
    door.forgetClasses();
  }

  @Deactivate
  void stop() throws IOException {
    traffic.open(false);
    token.delete();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Reply reply = door.answer(request);
    response.setStatus(reply.status());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    switch (reply.status()) {
      case 401 -> response.setHeader("WWW-Authenticate", "Bearer");
      case 405 -> response.setHeader("Allow", operations.allowed(request.getPathInfo()));
      case 429, 409 -> response.setHeader("Retry-After", "1");
      case 503 -> response.setHeader("Retry-After", "2");
      default -> {}
    }
    if (reply.status() != HttpServletResponse.SC_NO_CONTENT) {
      response.setContentType(reply.contentType());
      response.setCharacterEncoding("UTF-8");
      response.setContentLength(reply.body().length);
      if (!request.getMethod().equals("HEAD")) {
        response.getOutputStream().write(reply.body());
      }
    }
  }
}
