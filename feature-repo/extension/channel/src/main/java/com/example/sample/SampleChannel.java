package com.example.sample;

import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.api.SendOutcome.Failed;
import org.marquetry.channel.api.SendOutcome.Later;
import org.marquetry.channel.api.SendOutcome.Sent;
import org.marquetry.channel.api.SendOutcome.Unknown;
import org.marquetry.channel.api.UnsubscribeLinks;
import org.marquetry.channel.spi.Channel;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// The channel as campaigns see it: whoever answers with 2xx has taken a message on.
@Provider("sample")
@Component
public final class SampleChannel implements Channel {
  private static final String TYPE = "message.written";

  private final UnsubscribeLinks links;
  private final SampleHook hook;
  private final Consumer<SamplePosted> posts;

  @Activate
  public SampleChannel(
      @Reference UnsubscribeLinks links,
      @Reference SampleHook hook,
      @Reference SampleDeliveries deliveries) {
    this(links, hook, posted -> deliveries.note(TYPE, posted));
  }

  SampleChannel(UnsubscribeLinks links, SampleHook hook, Consumer<SamplePosted> posts) {
    this.links = links;
    this.hook = hook;
    this.posts = posts;
  }

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public int connections() {
    return 4;
  }

  @Override
  public SendOutcome send(Permit permit, Message message) {
    if (permit.preview()) {
      return new Failed("sample.preview", "a preview never leaves this machine");
    }
    String id = permit.campaign() + "/" + permit.step() + "/" + permit.customer();
    SamplePosted posted = hook.post(id, TYPE, data(permit, message));
    posts.accept(posted);
    String code = "sample." + posted.result().name().toLowerCase(Locale.ROOT);
    return switch (posted.result()) {
      case TAKEN -> new Sent(id, URI.create("channel:sample"));
      case REFUSED -> new Failed(code, posted.detail());
      case LATER -> new Later(code, posted.detail(), posted.again());
      case UNKNOWN -> new Unknown(id, code, posted.detail());
    };
  }

  private String data(Permit permit, Message message) {
    String link = links.link(permit, name()).toString();
    return "{\"to\":%s,\"language\":%s,\"subject\":%s,\"text\":%s}"
        .formatted(
            SampleJson.text(message.to()),
            SampleJson.text(message.language()),
            SampleJson.text(message.subject()),
            SampleJson.text(message.text().replace(Message.UNSUBSCRIBE, link)));
  }
}
