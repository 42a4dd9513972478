package org.marquetry.platform.api.net;

import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Requires;
import org.osgi.annotation.versioning.ProviderType;

/// Asks hosts of the network. Safe for many threads; a call blocks until the answer is there.
///
/// A bundle of an added feature reaches the hosts that its feature declares beside the power
/// `network`, by `https`, and only where they are on the public internet: all addresses of a name
/// are looked at, and nothing is sent before the one that is connected to was. Hosts of the own
/// network are reached, also by `http`, when the operator names them in the configuration.
@ProviderType
@Power(Power.NETWORK)
public interface Outbound {
  /// Send one request, once: nothing is tried again, and a redirect is an answer as any other.
  ///
  /// @return the answer, whatever its status; of a 401 to a request with a body the status only
  /// @throws OutboundException if there is none; its reason says whether the request may have
  ///   arrived
  @Requires(Requires.ANY_ACTOR)
  OutboundAnswer send(OutboundRequest request);
}
