package org.marquetry.insight.api;

import java.util.List;
import java.util.OptionalLong;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Alerts on figures, the same for all users. One that rings stands on the page Today under what
/// went wrong, once for each day; what is not known rings nothing. Safe for use by many threads.
@ProviderType
@Requires("insight.read")
public interface FigureAlerts {
  /// Most alerts.
  int MAX_ALERTS = 50;

  /// All alerts, by figure, kind and value.
  List<FigureAlert> list();

  /// Save an alert; noted in the audit. One that says the same is returned as it is.
  ///
  /// @param value in the figure's unit; empty if and only if it is about unusual days
  /// @throws IllegalArgumentException if the value does not fit, or there are [#MAX_ALERTS]
  @Requires("insight.write")
  FigureAlert save(Figure figure, FigureAlert.When when, OptionalLong value);

  /// Remove an alert; noted in the audit. One that is gone stays gone.
  @Requires("insight.write")
  void remove(String id);
}
