package org.marquetry.channel.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.api.UnsubscribeLinks;
import org.marquetry.channel.spi.Channel;
import org.marquetry.lib.mime.MailWriter;
import org.marquetry.lib.mime.MessageKey;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

/// Hands mails to the shop's mail server. Keeps no list of them: what was sent is in the ledger.
@Provider("mail")
@Component(
    configurationPid = "org.marquetry.channel.mail",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class MailChannel implements Channel {
  private static final Duration REFUSED = Duration.ofMinutes(5);
  private static final Duration SOON = Duration.ofSeconds(1);

  private final MailServer server;
  private final MailWriter writer;
  private final UnsubscribeLinks links;
  private final InstantSource clock;

  @Activate
  public MailChannel(
      @Reference MailServer server,
      @Reference UnsubscribeLinks links,
      @Reference InstantSource clock) {
    this.server = server;
    this.writer = new MailWriter(server.options().sender());
    this.links = links;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "email";
  }

  @Override
  public int connections() {
    return server.options().connections();
  }

  @Override
  public SendOutcome send(Permit permit, Message message) {
    if (permit.preview()) {
      return new SendOutcome.Failed(
          "mail.preview", "no consent is recorded, so the mail must not leave this machine");
    }
    URI link = links.link(permit, name());
    if (!isPublic(link)) {
      return new SendOutcome.Later(
          "mail.no-public-address",
          "readers could not unsubscribe: set channel.preferences.address to the https address by"
              + " which they reach the suite",
          clock.instant().plus(REFUSED));
    }
    try {
      String to = new InternetAddress(message.to(), true).getAddress();
      if (!StandardCharsets.US_ASCII.newEncoder().canEncode(to)) {
        return badAddress(permit, "letters beyond ASCII");
      }
      byte[] mail = writer.write(permit, message, link);
      return outcome(server.hand(to, mail), writer.messageId(MessageKey.of(permit)));
    } catch (MessagingException e) {
      return badAddress(permit, e.getClass().getSimpleName());
    } catch (IOException e) {
      throw new IllegalStateException("a mail could not be written in memory", e);
    }
  }

  private static boolean isPublic(URI link) {
    return "https".equals(link.getScheme()) && !link.getHost().endsWith(".invalid");
  }

  private static SendOutcome badAddress(Permit permit, String why) {
    return new SendOutcome.Failed("mail.bad-address", "customer " + permit.customer() + ": " + why);
  }

  private SendOutcome outcome(Handover done, String messageId) {
    if (done.isTaken()) {
      return new SendOutcome.Sent(messageId, URI.create("channel:" + name()));
    }
    if (done.isUnknown()) {
      return new SendOutcome.Unknown(
          messageId,
          "mail.no-answer",
          "all of the mail was sent, but "
              + server.options()
              + " did not say that it has it; its log can tell: "
              + done.detail());
    }
    String detail = "%s at %s: %s".formatted(server.options(), done.stage(), done.detail());
    if (done.code() == 0) {
      return new SendOutcome.Later(
          "mail.no-connection",
          done.stage() == Handover.Stage.CONNECT ? done.detail() : detail,
          server.trouble().map(MailServer.Trouble::until).orElse(clock.instant().plus(SOON)));
    }
    String code = "mail.refused-" + done.code();
    return done.isFinal()
        ? new SendOutcome.Failed(code, detail)
        : new SendOutcome.Later(code, detail, clock.instant().plus(REFUSED));
  }
}
