package org.marquetry.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/// The floor: Felix with Jetty and nothing of ours, in a process of its own.
///
///     java Floor BUNDLES CACHE PORT
final class Floor {
  /// What Jetty needs, by a part of the file's name.
  private static final List<String> NAMES =
      List.of(
          "pax-logging-api",
          "org.apache.felix.http",
          "commons-fileupload",
          "commons-io",
          "org.osgi.util");

  private Floor() {}

  public static void main(String[] args) throws IOException, BundleException, InterruptedException {
    Framework felix =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    args[1],
                    "org.apache.felix.http.host",
                    "127.0.0.1",
                    "org.osgi.service.http.port",
                    args[2]));
    felix.start();
    List<Bundle> installed = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path jar : files.sorted().toList()) {
        if (NAMES.stream().anyMatch(jar.getFileName().toString()::contains)) {
          installed.add(felix.getBundleContext().installBundle(jar.toUri().toString()));
        }
      }
    }
    for (Bundle bundle : installed) {
      if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
        bundle.start();
      }
    }
    felix.waitForStop(0);
  }
}
