package org.marquetry.ui.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.VaadinSession;

/// Counts what a tab has told about its page: clicks, keys, addresses, but not that it fetched
/// news.
final class Acts {
  private int fetches; // guarded by the session's lock

  private Acts() {}

  /// Count from now on.
  static void begin(UI ui) {
    Acts acts = new Acts();
    ComponentUtil.setData(ui, Acts.class, acts);
    ui.addPollListener(fetched -> acts.fetches++);
  }

  /// How many there were; an act in progress is waited for.
  ///
  /// @throws UIDetachedException if the page is gone
  static int of(UI ui) {
    VaadinSession session = ui.getSession();
    if (session == null) {
      throw new UIDetachedException();
    }
    session.lock();
    try {
      Acts acts = ComponentUtil.getData(ui, Acts.class);
      int messages = ui.getInternals().getLastProcessedClientToServerId();
      return acts == null ? messages : messages - acts.fetches;
    } finally {
      session.unlock();
    }
  }
}
