package org.marquetry.channel.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.marquetry.lib.mime.Sender;

/// How mails are handed over.
///
/// @param user empty: no log-in
/// @param bounces where servers report to
/// @param rate messages a second on one connection; 0 = no limit
/// @param answer how long the server may take for one answer
record MailOptions(
    String host,
    int port,
    Security security,
    String user,
    String password,
    Sender sender,
    String bounces,
    int connections,
    double rate,
    Duration answer) {
  /// How the connection is made safe.
  enum Security {
    NONE(25),
    STARTTLS(587),
    TLS(465);

    private final int port;

    Security(int port) {
      this.port = port;
    }
  }

  MailOptions {
    if (host.isBlank()) {
      throw new IllegalArgumentException("host must name the mail server");
    }
    if (connections < 1 || connections > 64) {
      throw new IllegalArgumentException("connections must be 1 to 64, got " + connections);
    }
    if (!(rate >= 0 && rate <= 10_000)) {
      throw new IllegalArgumentException("rate must be 0 to 10000, got " + rate);
    }
  }

  static MailOptions from(MailConfig config, Path home) {
    Security security = security(config.security());
    String from = config.from_address();
    return new MailOptions(
        config.host(),
        config.port() == 0 ? security.port : config.port(),
        security,
        config.user(),
        config.user().isBlank() ? "" : Secret.read(config.password(), home.resolve("etc")),
        new Sender(config.from_name(), from),
        config.bounce_address().isBlank() ? from : config.bounce_address(),
        config.connections(),
        config.rate(),
        Duration.ofSeconds(config.answer_seconds()));
  }

  private static Security security(String name) {
    try {
      return Security.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("security must be starttls, tls or none, got " + name, e);
    }
  }

  /// Names no password.
  @Override
  public String toString() {
    return host + ":" + port + " (" + security.name().toLowerCase(Locale.ROOT) + ")";
  }
}
