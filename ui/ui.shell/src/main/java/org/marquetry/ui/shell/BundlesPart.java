package org.marquetry.ui.shell;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;

/// Every bundle with its state.
final class BundlesPart extends Part<BundlesPart.Installed> {
  private static final long serialVersionUID = 1L;
  private static final int HIGHEST_LEVEL = 100;

  private final transient PageServices services;

  /// @param name without `org.marquetry.`
  /// @param live whether it is replaced while the suite runs
  record Installed(String name, String version, String state, boolean live) {
    static Installed of(Bundle bundle) {
      return new Installed(
          shortened(bundle.getSymbolicName()),
          bundle.getVersion().toString(),
          word(bundle),
          "live".equals(bundle.getHeaders().get("Marquetry-Swap")));
    }
  }

  BundlesPart(PageServices services) {
    super("bundles", services);
    this.services = services;
    grid()
        .addColumn(Installed::name)
        .setHeader(getTranslation("shell.system.bundle"))
        .setFlexGrow(3)
        .setWidth("12rem");
    grid().addColumn(Installed::version).setHeader(getTranslation("shell.system.version"));
    grid()
        .addComponentColumn(b ->
            chip(getTranslation("shell.system.state." + b.state()), !b.state().equals("active")))
        .setHeader(getTranslation("shell.system.state"));
    grid()
        .addColumn(
            b -> getTranslation(b.live() ? "shell.system.swap.live" : "shell.system.swap.restart"))
        .setHeader(getTranslation("shell.system.swap"))
        .setFlexGrow(2);
    begin();
  }

  @Override
  List<Installed> rows() {
    return Arrays.stream(services.bundles().getBundles())
        .filter(BundlesPart::isShown)
        .map(Installed::of)
        .sorted(Comparator.comparing(Installed::name).thenComparing(Installed::version))
        .toList();
  }

  /// Neither the framework, nor a fragment, which has no state of its own, nor one that was
  /// replaced and leaves: the feature manager gives it a start level that is never reached.
  static boolean isShown(Bundle bundle) {
    return bundle.getBundleId() != 0
        && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null
        && bundle.adapt(BundleStartLevel.class).getStartLevel() <= HIGHEST_LEVEL;
  }

  private static String word(Bundle b) {
    return switch (b.getState()) {
      case Bundle.ACTIVE -> "active";
      case Bundle.STARTING -> "starting";
      case Bundle.STOPPING -> "stopping";
      case Bundle.RESOLVED -> "resolved";
      default -> "installed";
    };
  }

  @Override
  String empty() {
    return "";
  }
}
