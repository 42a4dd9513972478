package org.marquetry.platform.test.api;

import org.marquetry.platform.api.gate.Power;
import org.marquetry.platform.api.gate.Whiteboard;

/// A service that is consumed as a list.
@Whiteboard
@Power(Power.SEND)
public interface Channel {
  String send(String text);
}
