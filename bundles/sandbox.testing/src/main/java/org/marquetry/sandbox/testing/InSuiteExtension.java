package org.marquetry.sandbox.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.marquetry.platform.testing.Client;
import org.marquetry.platform.testing.Felix;
import org.marquetry.platform.testing.Inside;
import org.marquetry.platform.testing.TestBundle;

/// Runs tests in suites, each started once a run.
final class InSuiteExtension extends Inside {
  private static final Namespace OURS = Namespace.create(InSuiteExtension.class);

  private record Wish(String feature, ShopWish shop) {}

  @Override
  protected Felix begin(ExtensionContext test) {
    return suite(test).running().felix();
  }

  @Override
  public void beforeEach(ExtensionContext test) throws Exception {
    super.beforeEach(test);
    Felix inside = felix(test);
    test.getStore(OURS)
        .put("bundle", (CloseableResource) () -> inside.remove(inside.context().getBundle()));
  }

  /// Other tests of the package may use what no suite has.
  @Override
  protected TestBundle fill(TestBundle bundle, Class<?> testClass) {
    return bundle.with(testClass).with(asked(testClass).helpers());
  }

  private static InSuite asked(Class<?> testClass) {
    return AnnotationSupport.findAnnotation(testClass, InSuite.class).orElseThrow();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Client.class
        || super.supportsParameter(parameter, test);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Client.class
        ? suite(test).running().client()
        : super.resolveParameter(parameter, test);
  }

  private static ShopSuite suite(ExtensionContext test) {
    Wish wish =
        new Wish(
            asked(test.getRequiredTestClass()).feature(), ShopWish.of(test).orElse(ShopWish.SMALL));
    return test.getRoot()
        .getStore(OURS)
        .getOrComputeIfAbsent(wish, w -> started(w, w.shop.shop(test)), ShopSuite.class);
  }

  private static ShopSuite started(Wish wish, SandboxShop shop) {
    try {
      return ShopSuite.start(repository(), wish.feature, shop, extension());
    } catch (IOException e) {
      throw new IllegalStateException("the suite does not take the shop", e);
    }
  }

  private static Path repository() {
    return Path.of(
        Objects.requireNonNull(
            System.getProperty("marquetry.repository"),
            "say where the suite's features are: -Dmarquetry.repository=FOLDER"));
  }

  private static Optional<Path> extension() {
    return Optional.ofNullable(System.getProperty("marquetry.extension"))
        .map(Path::of)
        .filter(Files::exists);
  }
}
