package org.marquetry.launcher.test;

import java.net.URI;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.spi.Channel;

/// A channel as a bundle brings it.
public final class LetterChannel implements Channel {
  @Override
  public String name() {
    return "letters";
  }

  @Override
  public SendOutcome send(Permit permit, Message message) {
    return new SendOutcome.Sent(permit.customer().toString(), URI.create("channel:letters"));
  }
}
