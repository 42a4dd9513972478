package org.marquetry.channel.preferences;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.UnsubscribeLinks;
import org.marquetry.lib.home.HomeInUse;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/// Links to [PreferencePage], signed with the home's key.
@Provider("preferences")
@Component(configurationPid = "org.marquetry.channel.preferences")
@Designate(ocd = PreferencesConfig.class)
public final class SignedLinks implements UnsubscribeLinks {
  /// Where nothing listens, such as in a single run of the command line: leads nowhere.
  private static final String NOWHERE = "https://shop.invalid";

  private static final Pattern TOKEN = Pattern.compile("(?:^|[?&]t=)([A-Za-z0-9_-]+\\.[\\w-]+)");

  private final String address;
  private final HomeInUse home;
  private final LinkKey key;

  @Activate
  public SignedLinks(BundleContext context, PreferencesConfig config) throws IOException {
    this(home(context), config.address());
  }

  SignedLinks(Path home, String address) throws IOException {
    if (!address.isBlank() && !"https".equals(URI.create(address).getScheme())) {
      throw new IllegalArgumentException("address must begin with https:, got " + address);
    }
    this.address = address.strip().replaceAll("/+$", "");
    this.home = new HomeInUse(home);
    this.key = key(home);
  }

  static LinkKey key(Path home) throws IOException {
    return LinkKey.in(home.resolve("data").resolve("links").resolve("key"));
  }

  static Path home(BundleContext context) {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "the framework property marquetry.home is not set; start the suite with the launcher");
    }
    return Path.of(home);
  }

  @Override
  public URI link(Permit permit, String channel) {
    String base = reached().orElse(NOWHERE);
    Message message = new Message(permit.customer(), permit.campaign(), channel, permit.purpose());
    return URI.create(base + "/open" + PreferencePage.PATH + "?t=" + Token.of(message, key));
  }

  private Optional<String> reached() {
    return address.isEmpty() ? home.address() : Optional.of(address);
  }

  @Override
  public Optional<URI> address() {
    return reached().map(URI::create);
  }

  @Override
  public Optional<Message> read(String link) {
    Matcher token = TOKEN.matcher(link);
    return token.find() ? Token.read(token.group(1), key) : Optional.empty();
  }
}
