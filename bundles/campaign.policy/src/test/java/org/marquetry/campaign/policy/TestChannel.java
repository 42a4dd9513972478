package org.marquetry.campaign.policy;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.spi.Channel;

/// A channel that keeps what it was given, and fails when it is told to.
///
/// @param outcome by permit; may throw
record TestChannel(
    String name, boolean leaves, Function<Permit, SendOutcome> outcome, List<Permit> delivered)
    implements Channel {
  static TestChannel email() {
    return of("email", TestChannel::sent);
  }

  static TestChannel of(String name, Function<Permit, SendOutcome> outcome) {
    return new TestChannel(name, true, outcome, Collections.synchronizedList(new ArrayList<>()));
  }

  static SendOutcome sent(Permit permit) {
    return new SendOutcome.Sent("<id>", URI.create("channel:test"));
  }

  @Override
  public SendOutcome send(Permit permit, Message message) {
    SendOutcome result = outcome.apply(permit);
    if (result instanceof SendOutcome.Sent) {
      delivered.add(permit);
    }
    return result;
  }
}
