package org.marquetry.ui.shell;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.concurrent.locks.ReentrantLock;

/// A browser's session, which rings in those of its tabs that changed when its lock is let go.
final class UiSession extends VaadinSession {
  private static final long serialVersionUID = 1L;

  private transient boolean ending; // guarded by the session's lock

  UiSession(VaadinService service) {
    super(service);
  }

  @Override
  public void lock() {
    super.lock();
    ending &= !outermost(); // what waited may take the lock once more
  }

  @Override
  public void unlock() {
    ending |= outermost();
    super.unlock(); // runs what waits for the lock, then lets go of it
  }

  private boolean outermost() {
    return ((ReentrantLock) getLockInstance()).getHoldCount() == 1;
  }

  /// What waited for the lock was run.
  void ran() {
    if (ending) {
      getUIs().forEach(Bells::ring);
    }
  }
}
