package org.marquetry.ui.shell;

import com.vaadin.flow.component.internal.ComponentMetaData;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Vaadin's service, with sessions that ring for news, and without the listeners by which it would
/// keep every component class that it ever saw.
final class UiService extends VaadinServletService {
  private static final long serialVersionUID = 1L;

  private final transient Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();

  UiService(VaadinServlet servlet, DeploymentConfiguration configuration) {
    super(servlet, configuration);
    addSessionInitListener(event -> sessions.add(event.getSession()));
    addSessionDestroyListener(event -> sessions.remove(event.getSession()));
  }

  @Override
  protected VaadinSession createVaadinSession(VaadinRequest request) {
    return new UiSession(this);
  }

  @Override
  public void runPendingAccessTasks(VaadinSession session) {
    super.runPendingAccessTasks(session);
    if (session instanceof UiSession own) {
      own.ran();
    }
  }

  @Override
  public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
    // ComponentMetaData adds one for each component class and never takes it back.
    if (listener.getClass().getName().startsWith(ComponentMetaData.class.getName())) {
      return () -> {};
    }
    return super.addServiceDestroyListener(listener);
  }

  @Override
  public void destroy() {
    endSessions();
    super.destroy();
    VaadinCaches.forget(UiService.class.getClassLoader());
  }

  /// Sessions hold objects of this bundle's classes, which a later version could not read.
  private void endSessions() {
    for (VaadinSession session : sessions) {
      session.lock();
      try {
        WrappedSession wrapped = session.getSession();
        if (wrapped != null) {
          wrapped.invalidate();
        }
      } catch (IllegalStateException alreadyGone) {
        // The browser left at the same moment.
      } finally {
        session.unlock();
      }
    }
    sessions.clear();
  }
}
