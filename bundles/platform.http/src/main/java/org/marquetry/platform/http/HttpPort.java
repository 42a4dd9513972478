package org.marquetry.platform.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/// Opens Jetty's port where the operator says.
@Component(
    service = HttpPort.class,
    immediate = true,
    configurationPid = "org.marquetry.platform.http")
@Designate(ocd = PortConfig.class)
public final class HttpPort {
  private static final String JETTY = "org.apache.felix.http";

  private final RunAddress address;

  /// @throws IOException if the configuration or the address cannot be stored
  @Activate
  public HttpPort(
      BundleContext context, @Reference ConfigurationAdmin configurations, PortConfig config)
      throws IOException {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "the framework property marquetry.home is not set; start the suite with the launcher");
    }
    this.address = RunAddress.write(Path.of(home), config.host(), config.port());
    configurations
        .getConfiguration(JETTY, "?")
        .updateIfDifferent(FrameworkUtil.asDictionary(jetty(config)));
  }

  @Deactivate
  void stop() throws IOException {
    address.delete();
  }

  static Map<String, Object> jetty(PortConfig config) {
    return Map.of(
        "org.apache.felix.http.enable",
        true,
        "org.apache.felix.http.host",
        config.host(),
        "org.osgi.service.http.port",
        config.port(),
        "org.apache.felix.http.session.timeout",
        60, // minutes
        "org.apache.felix.http.jetty.sendServerHeader",
        false,
        "org.eclipse.jetty.servlet.SessionCookie",
        "marquetry" + config.port(),
        "org.apache.felix.https.jetty.session.cookie.httpOnly",
        true,
        "org.apache.felix.https.jetty.session.cookie.secure",
        config.secureCookies(),
        "org.apache.felix.http.jetty.virtualthreads.enable",
        true);
  }
}
