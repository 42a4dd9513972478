package org.marquetry.ui.api;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a page that is drawn anew only when what it shows, or the language, is another:
/// nothing else is exchanged under a hand that is about to click.
///
/// @param <T> what it shows, comparable by `equals`
public final class LivePart<T> extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Function<T, List<? extends Component>> draw;
  private transient @Nullable T shown;
  private transient @Nullable Locale language;

  /// @param draw makes the content from what is to be shown; called in the tab
  public LivePart(Function<T, List<? extends Component>> draw) {
    this.draw = draw;
    addClassName("mq-whole");
  }

  /// Show this, which may be what it shows already.
  public void show(T now) {
    if (now.equals(shown) && getLocale().equals(language)) {
      return;
    }
    shown = now;
    language = getLocale();
    removeAll();
    draw.apply(now).forEach(this::add);
  }
}
