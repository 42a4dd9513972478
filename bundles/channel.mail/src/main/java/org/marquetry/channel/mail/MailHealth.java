package org.marquetry.channel.mail;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/// Says whether mail leaves and, if not, what to do. No mail server is a normal state.
@Provider("channel.mail")
@Component(configurationPid = "org.marquetry.channel.mail")
public final class MailHealth implements HealthCheck {
  private final Path home;
  private final MailConfig config;

  @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
  volatile @Nullable MailServer server;

  @Activate
  public MailHealth(BundleContext context, MailConfig config) {
    this(Path.of(context.getProperty("marquetry.home")), config);
  }

  MailHealth(Path home, MailConfig config) {
    this.home = home;
    this.config = config;
  }

  @Override
  public String name() {
    return "channel.mail";
  }

  @Override
  public Health check() {
    if (config.host().isBlank()) {
      return Health.ok("No mail server is set up (channel.mail.host), so no mail leaves.");
    }
    try {
      MailOptions options = MailOptions.from(config, home);
      MailServer now = server;
      return now == null
          ? Health.warn("The mail server " + options + " is set up, but the channel is not there.")
          : now.trouble()
              .map(
                  t -> Health.warn("No mail leaves: " + t.why() + ". It is tried again by itself."))
              .orElse(Health.ok("Mail goes to " + options + "."));
    } catch (RuntimeException e) { // whatever the operator wrote
      return Health.warn("No mail leaves: channel.mail cannot be used: " + e.getMessage());
    }
  }
}
