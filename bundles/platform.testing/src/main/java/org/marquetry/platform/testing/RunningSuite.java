package org.marquetry.platform.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.marquetry.lib.feature.Checksums;
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
/// process on a home of its own. Whatever waits gives up after 60 s with an [AssertionError].
public final class RunningSuite implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;
  private static final int HIGHEST_LEVEL = 100;
  private static final String QUIET =
      """
      <configuration>
        <appender name="CONSOLE" class="ch.qos.logback.core.ConsoleAppender"><target>System.err</target><encoder><pattern>%level %logger - %msg%n%ex{8}</pattern></encoder></appender>
        <root level="WARN"><appender-ref ref="CONSOLE"/></root>
      </configuration>
      """;

  private final Repository repository;
  private final Framework framework;
  private final ByteArrayOutputStream terminal;
  private final Path home;
  private final int port;
  private final List<Bundle> added = new ArrayList<>();

  private RunningSuite(
      Repository repository,
      Framework framework,
      ByteArrayOutputStream terminal,
      Path home,
      int port) {
    this.repository = repository;
    this.framework = framework;
    this.terminal = terminal;
    this.home = home;
    this.port = port;
  }

  /// Start it and wait until it says that its pages can be opened.
  ///
  /// @param repository the folder that the build of `feature-repo` made
  /// @param home an empty folder
  /// @param feature what to start, with all that it needs; one of these is `ui`
  /// @param configuration further members of the configuration's JSON object, by component
  public static RunningSuite start(
      Path repository, Path home, String feature, String... configuration) {
    // as the launcher starts it
    Map<String, String> properties =
        feature.equals("demo")
            ? Map.of("marquetry.sample", "true", "marquetry.clock", "paced")
            : Map.of();
    return start(repository, home, feature, properties, configuration);
  }

  /// Start it as above.
  ///
  /// @param properties of the framework, beside those that every suite has
  public static RunningSuite start(
      Path repository,
      Path home,
      String feature,
      Map<String, String> properties,
      String... configuration) {
    try {
      RunningSuite suite =
          begin(Repository.read(repository), home, feature, properties, configuration);
      suite.said("Marquetry is ready: open (\\S+)");
      return suite;
    } catch (IOException | BundleException e) {
      throw new IllegalStateException("the suite does not start", e);
    }
  }

  private static RunningSuite begin(
      Repository repository,
      Path home,
      String feature,
      Map<String, String> more,
      String... configuration)
      throws IOException, BundleException {
    int port = freePort();
    Path log = Files.writeString(home.resolve("logback.xml"), QUIET);
    Map<String, String> properties = new HashMap<>(more);
    properties.put("org.osgi.framework.storage", home.resolve("cache").toString());
    properties.put("org.osgi.framework.bsnversion", "multiple");
    properties.put("org.osgi.framework.system.packages.extra", ClassPath.current().testPackages());
    properties.put("org.osgi.framework.startlevel.beginning", String.valueOf(HIGHEST_LEVEL));
    properties.put("org.apache.felix.http.enable", "false");
    properties.put("org.ops4j.pax.logging.StaticLogbackFile", log.toString());
    properties.put("org.ops4j.pax.logging.DefaultServiceLog.level", "ERROR");
    properties.put("marquetry.repository", repository.folder().toString());
    properties.put(
        "marquetry.features",
        repository.withNeeded(List.of(feature)).stream()
            .map(Feature::name)
            .collect(Collectors.joining(",")));
    properties.put("marquetry.home", home.toString());
    properties.put(
        "marquetry.configuration",
        Stream.concat(
                Stream.of(
                    "\"org.marquetry.platform.http\": {\"port\": %d}".formatted(port),
                    "\"org.marquetry.platform.health\": {\"port\": %d}".formatted(freePort())),
                Stream.of(configuration))
            .collect(Collectors.joining(", ", "{", "}")));
    Framework framework = new FrameworkFactory().newFramework(properties);
    framework.init();
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    framework
        .getBundleContext()
        .registerService(
            PrintStream.class,
            new PrintStream(terminal, true, StandardCharsets.UTF_8),
            FrameworkUtil.asDictionary(Map.of("marquetry.stream", "err")));
    install(framework.getBundleContext(), repository, feature);
    framework.start();
    return new RunningSuite(repository, framework, terminal, home, port);
  }

  private static void install(BundleContext context, Repository repository, String feature)
      throws BundleException, IOException {
    List<Bundle> bundles = new ArrayList<>();
    Map<String, String> checksums = Checksums.read(repository.folder());
    for (Feature needed : repository.withNeeded(List.of(feature))) {
      for (FeatureBundle wanted : needed.bundles()) {
        try (InputStream jar = Files.newInputStream(repository.jar(wanted.id()))) {
          String checksum = checksums.get(wanted.id().fileName());
          Bundle bundle = context.installBundle("marquetry:" + wanted.id() + ":" + checksum, jar);
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

  /// Where its pages and its door are, with a slash at the end.
  public String address() {
    return "http://127.0.0.1:" + port + "/";
  }

  /// The one-time token that stands on the terminal last.
  public String token() {
    return said("(?s).*One-time token[^:]*: (\\S+)");
  }

  /// Wait until the terminal says something; its first group is returned.
  private String said(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    Supplier<Matcher> looking = () -> wanted.matcher(terminal.toString(StandardCharsets.UTF_8));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Matcher found = looking.get();
    while (!found.find()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the terminal never said " + pattern + ", but: " + terminal);
      }
      pause(20);
      found = looking.get();
    }
    return found.group(1);
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// A program that talks to its door as the home's owner.
  public Client client() {
    try {
      String token = Files.readString(home.resolve("run").resolve("token")).strip();
      return new Client(HttpClient.newHttpClient(), port, token);
    } catch (IOException e) {
      throw new UncheckedIOException("the door has no token", e);
    }
  }

  /// Its framework, for what runs inside; closing that does not end the suite.
  public Felix felix() {
    return Felix.of(framework, ClassPath.current());
  }

  /// The framework's own context.
  public BundleContext context() {
    return framework.getBundleContext();
  }

  /// The bundle that is installed under a symbolic name; not one that was replaced and leaves.
  ///
  /// @throws AssertionError if there is none
  public Bundle bundle(String symbolicName) {
    for (Bundle bundle : context().getBundles()) {
      if (!isLeaving(bundle) && symbolicName.equals(bundle.getSymbolicName())) {
        return bundle;
      }
    }
    throw new AssertionError("the suite has no bundle " + symbolicName);
  }

  private static boolean isLeaving(Bundle bundle) {
    return bundle.adapt(BundleStartLevel.class).getStartLevel() > HIGHEST_LEVEL;
  }

  /// Wait until the bundles that the feature manager replaced are gone: it keeps their classes for
  /// some seconds.
  public void awaitReplacedGone() {
    Felix.until(
        "replaced bundles are gone",
        () -> Stream.of(context().getBundles()).noneMatch(RunningSuite::isLeaving));
  }

  /// Begin a small bundle of the caller's own classes.
  public TestBundle testBundle(String symbolicName) {
    return new TestBundle(context(), ClassPath.current(), symbolicName);
  }

  /// Install and start a bundle.
  public Bundle start(String location, byte[] jar) {
    try {
      Bundle bundle = context().installBundle(location, new ByteArrayInputStream(jar));
      bundle.adapt(BundleStartLevel.class).setStartLevel(FeatureBundle.ORDINARY_LEVEL);
      added.add(bundle);
      bundle.start();
      return bundle;
    } catch (BundleException e) {
      throw new IllegalStateException("cannot start " + location, e);
    }
  }

  /// Install and start a copy of one of its bundles under another version, beside those that are
  /// there: the first half of a swap, [#remove] is the second.
  public Bundle startCopy(String symbolicName, String version) {
    Path jar =
        repository.features().values().stream()
            .flatMap(feature -> feature.bundles().stream())
            .map(FeatureBundle::id)
            .filter(id -> symbolicName.equals("org.marquetry." + id.artifact()))
            .map(repository::jar)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no feature has the bundle " + symbolicName));
    return start(
        "copy:" + symbolicName + "-" + version, new ClassPath.Entry(jar, "").withVersion(version));
  }

  /// Stop and uninstall a bundle and let go of its classes.
  public void remove(Bundle bundle) {
    added.remove(bundle);
    try {
      bundle.stop();
      bundle.uninstall();
      CountDownLatch refreshed = new CountDownLatch(1);
      framework
          .adapt(FrameworkWiring.class)
          .refreshBundles(List.of(bundle), _ -> refreshed.countDown());
      if (!refreshed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("no refresh of " + bundle);
      }
    } catch (BundleException e) {
      throw new IllegalStateException("cannot remove " + bundle, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// Remove every bundle that was added and is still there.
  public void removeAdded() {
    List.copyOf(added).forEach(this::remove);
  }

  /// Stop it; the home stays.
  @Override
  public void close() {
    try {
      framework.stop();
      framework.waitForStop(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (BundleException e) {
      throw new IllegalStateException("the suite does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
