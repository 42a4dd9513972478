package org.marquetry.ui.api;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/// Keep what a page shows up to date. The shell offers it; it works on live components, so it does
/// not stand behind the service gate.
@ProviderType
public interface Live {
  /// Look for news again and again while a component is attached, and show what changed.
  ///
  /// @param period at least one second; a look that takes longer leaves the next ones out
  /// @param look called as the tab's user without the tab's lock; a look that fails is left out
  /// @param show called in the tab with what `look` found, when that does not equal what was shown
  ///   last, unless the user did something since `look` began; the first time after one period
  <T> void watch(Component component, Duration period, Supplier<T> look, Consumer<T> show);
}
