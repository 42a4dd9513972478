package com.example.sample;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
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
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/// Posts each message to an address. Whoever answers with 2xx has taken it on.
@Provider("sample")
@Component(configurationPid = "com.example.sample")
@Designate(ocd = SampleSettings.class)
public final class SampleChannel implements Channel {
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final int BUSY = 429;

  private final UnsubscribeLinks links;
  private final String address;
  private final Duration patience;
  private final HttpClient client;

  @Activate
  public SampleChannel(@Reference UnsubscribeLinks links, SampleSettings settings) {
    this(links, settings.address(), Duration.ofSeconds(settings.seconds()));
  }

  SampleChannel(UnsubscribeLinks links, String address, Duration patience) {
    this.links = links;
    this.address = address;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder().connectTimeout(patience).followRedirects(Redirect.NEVER).build();
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
    if (address.isEmpty()) {
      return new Failed("sample.no-address", "set com.example.sample.address");
    }
    String id = permit.campaign() + "/" + permit.step() + "/" + permit.customer();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(patience)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", id.replaceAll("[^\\x21-\\x7e]", "_"))
            .POST(HttpRequest.BodyPublishers.ofString(json(id, permit, message)))
            .build();
    try {
      return outcome(id, permit, client.send(request, HttpResponse.BodyHandlers.discarding()));
    } catch (ConnectException e) {
      return new Later(
          "sample.away",
          "nobody answers at " + request.uri().getHost() + "; start the program there",
          permit.at().plus(AGAIN));
    } catch (IOException e) { // cut off: it may have been taken
      return new Unknown(id, "sample.cut", e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unknown(id, "sample.stopped", "the channel was stopped while it waited");
    }
  }

  private static SendOutcome outcome(String id, Permit permit, HttpResponse<Void> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) return new Sent(id, URI.create("channel:sample"));
    String detail = "answered with " + status;
    return status == BUSY || status >= 500
        ? new Later("sample.refused-" + status, detail, permit.at().plus(AGAIN))
        : new Failed("sample.refused-" + status, detail);
  }

  private String json(String id, Permit permit, Message message) {
    String link = links.link(permit, name()).toString();
    return "{\"id\": %s, \"to\": %s, \"language\": %s, \"subject\": %s, \"text\": %s}"
        .formatted(
            quoted(id),
            quoted(message.to()),
            quoted(message.language()),
            quoted(message.subject()),
            quoted(message.text().replace(Message.UNSUBSCRIBE, link)));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') quoted.append('\\').append(c);
      else if (c < ' ') quoted.append("\\u%04x".formatted((int) c));
      else quoted.append(c);
    }
    return quoted.append('"').toString();
  }

  @Deactivate
  void close() {
    client.close();
  }
}
