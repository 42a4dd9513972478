package org.marquetry.ui.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/// Tells open tabs that their pages have news, by requests that are held until there is some
/// (docs/adr/0025-news-by-a-bell.md). Who asks must know the tab's name, which is drawn at random;
/// the answer says how often the bell has rung and no more.
@Component(service = {Servlet.class, Bells.class})
@HttpWhiteboardServletPattern(Bells.PATH)
@HttpWhiteboardServletAsyncSupported
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + UiContext.NAME + ")")
public final class Bells extends HttpServlet {
  static final String PATH = "/VAADIN/news";

  private static final long serialVersionUID = 1L;

  /// How long a request is held: shorter than proxies wait for an answer.
  private static final Duration HELD = Duration.ofSeconds(25);

  /// A tab that nobody sees asks by itself, for a browser has few connections to a host.
  private static final Duration UNSEEN = Duration.ofSeconds(30);

  private final transient Map<String, Bell> byTab = new ConcurrentHashMap<>();

  /// Hang a bell on a tab, until its page goes.
  void hang(UI ui) {
    String tab = UUID.randomUUID().toString();
    Bell bell = new Bell();
    byTab.put(tab, bell);
    ComponentUtil.setData(ui, Bell.class, bell);
    ui.addDetachListener(gone -> {
      byTab.remove(tab);
      bell.close();
    });
    ui.setPollInterval(Math.toIntExact(UNSEEN.toMillis()));
    ui.getPage().addJavaScript("shell/news.js");
    ui.getPage().executeJs("window.marquetryNews($0)", tab);
  }

  /// Ring where something changed that the tab was not told; call it with the session's lock held.
  static void ring(UI ui) {
    UIInternals page = ui.getInternals();
    Bell bell = ComponentUtil.getData(ui, Bell.class);
    if (bell != null && page.isDirty()) {
      bell.ring(page.getServerSyncId());
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.setHeader("Cache-Control", "no-store");
    String tab = request.getParameter("tab");
    Bell bell = tab == null ? null : byTab.get(tab);
    if (bell == null) {
      response.getWriter().print(Bell.GONE);
      return;
    }
    int heard;
    try {
      heard = Integer.parseInt(request.getParameter("heard"));
    } catch (NumberFormatException e) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST, "heard must be a number");
      return;
    }
    AsyncContext held = request.startAsync();
    held.setTimeout(HELD.toMillis());
    held.addListener(new Watch(bell, held));
    bell.await(heard, held);
  }

  @Deactivate
  void stop() {
    byTab.values().forEach(Bell::release);
    byTab.clear();
  }

  /// What may end a held request but a ring.
  private record Watch(Bell bell, AsyncContext held) implements AsyncListener {
    @Override
    public void onTimeout(AsyncEvent event) {
      bell.tired(held);
    }

    @Override
    public void onError(AsyncEvent event) {
      bell.lost(held);
    }

    @Override
    public void onComplete(AsyncEvent event) {
      bell.lost(held);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
