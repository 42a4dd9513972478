package org.marquetry.ui.shell;

import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.InitParameters;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.Places;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletMultipart;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/// Vaadin's servlet on the HTTP whiteboard. Vaadin finds its classes by the thread's class loader,
/// so each call carries the one of `lib.vaadin`.
@Component(service = Servlet.class)
@HttpWhiteboardServletName(UiContext.NAME)
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletMultipart(maxFileSize = 2_147_483_647)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + UiContext.NAME + ")")
public final class UiServlet extends VaadinServlet {
  private static final long serialVersionUID = 1L;
  private static final Duration HEARTBEAT = Duration.ofMinutes(1);

  private final transient Views views;
  private final transient Texts texts;
  private final transient Places places;
  private final transient PageServices services;
  private final transient Bells bells;
  private final transient ClassLoader loader = VaadinServlet.class.getClassLoader();

  @Activate
  public UiServlet(
      @Reference Views views,
      @Reference Texts texts,
      @Reference Places places,
      @Reference PageServices services,
      @Reference Bells bells) {
    this.bells = bells;
    this.places = places;
    this.views = views;
    this.texts = texts;
    this.services = services;
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    withLoader(() -> start(config));
  }

  private void start(ServletConfig config) throws ServletException {
    VaadinServletContext context = new VaadinServletContext(config.getServletContext());
    UiBundles bundles = new UiBundles(FrameworkUtil.getBundle(UiServlet.class));
    context.setAttribute(
        Lookup.class,
        new UiLookup(
            bundles,
            service -> new ViewInstantiator(service, views, texts, places, services, bells)));
    VaadinAppShellInitializer.init(Set.of(PageSettings.class), context);
    ApplicationRouteRegistry routes = ApplicationRouteRegistry.getInstance(context);
    routes.setErrorNavigationTargets(Set.of(AwayView.class, FaultView.class));
    super.init(config);
    views.open(routes);
    texts.whenChanged(views::translate);
    services.announcement().ready();
  }

  @Override
  protected DeploymentConfiguration createDeploymentConfiguration(Properties init) {
    init.setProperty(InitParameters.SERVLET_PARAMETER_PRODUCTION_MODE, "true");
    init.setProperty(InitParameters.SERVLET_PARAMETER_BROTLI, "true");
    // A tab that is gone without a word is let go of after three of these.
    init.setProperty(
        InitParameters.SERVLET_PARAMETER_HEARTBEAT_INTERVAL, String.valueOf(HEARTBEAT.toSeconds()));
    init.setProperty(INTERNAL_VAADIN_SERVLET_VITE_DEV_MODE_FRONTEND_PATH, "/*");
    return super.createDeploymentConfiguration(init);
  }

  @Override
  protected VaadinServletService createServletService(DeploymentConfiguration configuration)
      throws ServiceException {
    VaadinServletService service = new UiService(this, configuration);
    service.setClassLoader(loader);
    service.init();
    return service;
  }

  /// The UI's door. A forged request of another site is kept out twice: the session cookie does not
  /// come with it ([GuardedRequest]), and Flow refuses any call without the page's own token
  /// (`ServerRpcHandler`, on unless `disable-xsrf-protection` is set, which nobody sets).
  ///
  /// Whatever happens in this request happens as the user of its session, else as nobody.
  @Override
  public void service(ServletRequest given, ServletResponse response)
      throws ServletException, IOException {
    ServletRequest request =
        given instanceof HttpServletRequest in && response instanceof HttpServletResponse out
            ? new GuardedRequest(in, out)
            : given;
    HttpSession session =
        request instanceof HttpServletRequest http ? http.getSession(false) : null;
    Optional<Actor> actor = UserSession.actor(session, services.logIn());
    Thread thread = Thread.currentThread();
    ClassLoader former = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      if (actor.isPresent()) {
        serveAs(actor.get(), request, response);
      } else {
        super.service(request, response);
      }
    } finally {
      thread.setContextClassLoader(former);
    }
  }

  private void serveAs(Actor actor, ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    Optional<Exception> failure =
        actor.call(() -> {
          try {
            super.service(request, response);
            return Optional.empty();
          } catch (ServletException | IOException e) {
            return Optional.of(e);
          }
        });
    switch (failure.orElse(null)) {
      case IOException e -> throw e;
      case ServletException e -> throw e;
      case null, default -> {}
    }
  }

  @Override
  public void destroy() {
    texts.whenChanged(() -> {});
    views.close();
    super.destroy();
  }

  private void withLoader(Start start) throws ServletException {
    Thread thread = Thread.currentThread();
    ClassLoader former = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      start.run();
    } finally {
      thread.setContextClassLoader(former);
    }
  }

  private interface Start {
    void run() throws ServletException;
  }
}
