package org.marquetry.channel.outbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.marquetry.channel.api.Message;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.SendOutcome;
import org.marquetry.channel.api.UnsubscribeLinks;
import org.marquetry.channel.spi.Channel;
import org.marquetry.lib.mime.MailWriter;
import org.marquetry.lib.mime.MessageKey;
import org.marquetry.lib.mime.Sender;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes mails into a folder instead of sending them.
@Provider("outbox")
@Component(
    configurationPid = "org.marquetry.channel.outbox",
    property = "service.ranking:Integer=-10")
@Designate(ocd = OutboxConfig.class)
public final class OutboxChannel implements Channel {
  private static final Logger log = LoggerFactory.getLogger(OutboxChannel.class);

  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final MailWriter writer;
  private final UnsubscribeLinks links;
  private final Outbox outbox;

  @Activate
  public OutboxChannel(
      @Reference UnsubscribeLinks links, BundleContext context, OutboxConfig config)
      throws IOException {
    this(folder(context, config), new Sender(config.from_name(), config.from_address()), links);
  }

  OutboxChannel(Path folder, Sender sender, UnsubscribeLinks links) throws IOException {
    this.links = links;
    outbox = Outbox.open(folder);
    writer = new MailWriter(sender);
    log.info("Outbox in {}", folder);
  }

  @Override
  public String name() {
    return "email";
  }

  @Override
  public boolean leaves() {
    return false;
  }

  @Override
  public SendOutcome send(Permit permit, Message message) {
    MessageKey key = MessageKey.of(permit);
    String id = writer.messageId(key);
    try {
      Optional<Path> file =
          outbox.write(
              key, writer.write(permit, message, links.link(permit, name())), !permit.preview());
      return file.<SendOutcome>map(f -> new SendOutcome.Sent(id, f.toUri()))
          .orElseGet(() -> new SendOutcome.AlreadySent(id));
    } catch (MessagingException e) {
      return new SendOutcome.Failed(
          "outbox.bad-address",
          "customer " + permit.customer() + ": " + e.getClass().getSimpleName());
    } catch (IOException e) {
      log.warn("Cannot write a mail for customer {}", permit.customer(), e);
      return new SendOutcome.Later(
          "outbox.not-written",
          e + "; free space on the outbox's disk or choose another folder",
          permit.at().plus(AGAIN));
    }
  }

  @Deactivate
  void close() throws IOException {
    outbox.close();
  }

  static Path folder(BundleContext context, OutboxConfig config) {
    if (!config.folder().isBlank()) {
      return Path.of(config.folder());
    }
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "the framework property marquetry.home is not set; start the suite with the launcher");
    }
    return Path.of(home, "outbox");
  }
}
