package org.marquetry.ui.test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.framework.FrameworkFactory;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureBundle;
import org.marquetry.lib.feature.Repository;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/// The bundles of a feature, as the build put them into the repository, running in a Felix of this
/// process.
final class RunningSuite {
  private static final Path REPOSITORY = Path.of("../../feature-repo/target/repository");
  private static final long PATIENCE_SECONDS = 60;
  private static final String QUIET =
      """
      <configuration>
        <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%level %logger - %msg%n%ex{8}</pattern></encoder></appender>
        <root level="WARN"><appender-ref ref="CONSOLE"/></root>
      </configuration>
      """;

  private final Framework framework;
  private final ByteArrayOutputStream terminal;
  private final int port;
  private final List<Bundle> added = new ArrayList<>();

  private RunningSuite(Framework framework, ByteArrayOutputStream terminal, int port) {
    this.framework = framework;
    this.terminal = terminal;
    this.port = port;
  }

  /// Start the web UI alone, as below.
  static RunningSuite start(Path home) throws IOException, BundleException, InterruptedException {
    return start(home, "ui");
  }

  /// Start it on a fresh home and wait until it says that it is ready.
  ///
  /// @param features what it starts, such as `ui`
  static RunningSuite start(Path home, String features)
      throws IOException, BundleException, InterruptedException {
    int port = freePort();
    Path log = Files.writeString(home.resolve("logback.xml"), QUIET);
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("org.osgi.framework.storage", home.resolve("cache").toString());
    properties.put("org.osgi.framework.bsnversion", "multiple");
    properties.put("org.osgi.framework.startlevel.beginning", "100");
    properties.put("org.apache.felix.http.enable", "false");
    properties.put("org.ops4j.pax.logging.StaticLogbackFile", log.toString());
    properties.put("org.ops4j.pax.logging.DefaultServiceLog.level", "ERROR");
    properties.put("marquetry.repository", REPOSITORY.toString());
    properties.put("marquetry.features", features);
    properties.put("marquetry.home", home.toString());
    properties.put(
        "marquetry.configuration",
        "{\"org.marquetry.platform.http\": {\"port\": "
            + port
            + "}, \"org.marquetry.platform.time\": {\"zone\": \"UTC\"}}");
    Framework framework = new FrameworkFactory().newFramework(properties);
    framework.init();
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    framework
        .getBundleContext()
        .registerService(
            PrintStream.class,
            new PrintStream(terminal, true, StandardCharsets.UTF_8),
            FrameworkUtil.asDictionary(Map.of("marquetry.stream", "err")));
    install(framework.getBundleContext(), features);
    framework.start();
    RunningSuite suite = new RunningSuite(framework, terminal, port);
    suite.said("Marquetry is ready: open (\\S+)");
    return suite;
  }

  private static void install(BundleContext context, String features)
      throws BundleException, IOException {
    Repository repository = Repository.read(REPOSITORY);
    List<Bundle> bundles = new ArrayList<>();
    for (Feature feature : repository.withNeeded(List.of(features))) {
      for (FeatureBundle wanted : feature.bundles()) {
        try (InputStream jar = Files.newInputStream(repository.jar(wanted.id()))) {
          Bundle bundle = context.installBundle("test:" + wanted.id(), jar);
          bundle.adapt(BundleStartLevel.class).setStartLevel(wanted.startLevel());
          bundles.add(bundle);
        }
      }
    }
    for (Bundle bundle : bundles) {
      if (bundle.getHeaders().get("Fragment-Host") == null) {
        bundle.start(Bundle.START_ACTIVATION_POLICY);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  String address() {
    return "http://127.0.0.1:" + port + "/";
  }

  /// The one-time token that stands on the terminal last.
  String token() throws InterruptedException {
    return said("(?s).*One-time token[^:]*: (\\S+)");
  }

  /// Wait until the terminal says something; its first group is returned.
  private String said(String pattern) throws InterruptedException {
    Pattern wanted = Pattern.compile(pattern);
    Supplier<Matcher> looking = () -> wanted.matcher(terminal.toString(StandardCharsets.UTF_8));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Matcher found = looking.get();
    while (!found.find()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the terminal never said " + pattern + ", but: " + terminal);
      }
      TimeUnit.MILLISECONDS.sleep(20);
      found = looking.get();
    }
    return found.group(1);
  }

  /// One of its bundles, by the name without `org.marquetry.`.
  Bundle bundle(String name) {
    return Arrays.stream(framework.getBundleContext().getBundles())
        .filter(b -> ("org.marquetry." + name).equals(b.getSymbolicName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no bundle " + name));
  }

  /// Install and start a bundle.
  Bundle start(String location, byte[] jar) throws BundleException {
    Bundle bundle =
        framework.getBundleContext().installBundle(location, new ByteArrayInputStream(jar));
    added.add(bundle);
    bundle.start();
    return bundle;
  }

  /// Stop and uninstall a bundle and let go of its classes.
  void remove(Bundle bundle) throws BundleException, InterruptedException {
    added.remove(bundle);
    bundle.stop();
    bundle.uninstall();
    CountDownLatch refreshed = new CountDownLatch(1);
    framework
        .adapt(FrameworkWiring.class)
        .refreshBundles(List.of(bundle), _ -> refreshed.countDown());
    if (!refreshed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("no refresh of " + bundle);
    }
  }

  /// Remove what a test left.
  void removeAll() throws BundleException, InterruptedException {
    for (Bundle bundle : List.copyOf(added)) {
      remove(bundle);
    }
  }

  /// Stop it.
  void stop() throws BundleException, InterruptedException {
    framework.stop();
    framework.waitForStop(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
  }
}
