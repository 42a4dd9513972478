package org.marquetry.platform.api.gate;

import java.util.List;
import java.util.Optional;

/// Who stands behind the gates of one service.
///
/// @param service full name of the API interface
/// @param whiteboard whether consumers take it as a list; nobody is selected then
/// @param selected the provider that a plain reference reaches; empty for a whiteboard, or when no
///   provider is there
/// @param reason why it was selected
/// @param providers each registered provider, the newest version of a name first
public record GateStatus(
    String service,
    boolean whiteboard,
    Optional<String> selected,
    Reason reason,
    List<ProviderStatus> providers) {

  /// Why a provider was selected.
  public enum Reason {
    /// Nobody is selected: a whiteboard, or no provider is there.
    NONE,
    /// It is the only one.
    ONLY,
    /// The settings name it.
    PREFERRED,
    /// Its `service.ranking` is the highest.
    RANKING,
    /// It is first by name among several of the highest ranking.
    NAME,
    /// A provider that would come before it is critical.
    HEALTH
  }

  public GateStatus {
    providers = List.copyOf(providers);
  }
}
