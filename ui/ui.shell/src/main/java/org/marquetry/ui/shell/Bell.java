package org.marquetry.ui.shell;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Rings in one browser tab when its page has news: the tab then asks for them as it asks for
/// everything, by a request that is answered in turn and repeated until it is.
///
/// Rings are counted and a tab says how many it heard, so none is lost between two requests.
final class Bell {
  /// The answer to a tab whose page is gone.
  static final int GONE = -1;

  private int rings; // guarded by this, as is the rest
  private int answers = -1;
  private @Nullable AsyncContext waiting;

  /// There is news on the page.
  ///
  /// @param given how many answers the page's tab was given: one ring is enough until the next
  synchronized void ring(int given) {
    if (given != answers) {
      answers = given;
      rings++;
      answer(rings);
    }
  }

  /// Answer a request as soon as there was a ring that the tab has not heard.
  ///
  /// @param heard how many rings the tab has heard of
  synchronized void await(int heard, AsyncContext request) {
    answer(rings); // a tab waits once; it has let go of the former one
    waiting = request;
    if (heard != rings) {
      answer(rings);
    }
  }

  /// Answer a request that waited long enough, if it is still the one that waits.
  synchronized void tired(AsyncContext request) {
    if (request.equals(waiting)) {
      answer(rings);
    }
  }

  /// Forget a request whose tab is gone.
  synchronized void lost(AsyncContext request) {
    if (request.equals(waiting)) {
      waiting = null;
    }
  }

  /// Let whoever waits ask anew.
  synchronized void release() {
    answer(rings);
  }

  /// Tell whoever waits that the page is gone.
  synchronized void close() {
    answer(GONE);
  }

  private void answer(int number) {
    AsyncContext request = waiting;
    waiting = null;
    if (request == null) {
      return;
    }
    try {
      request.getResponse().getWriter().print(number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    request.complete();
  }
}
