package org.marquetry.privacy.core;

import java.nio.file.Path;
import java.util.List;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.marquetry.privacy.api.Declaration;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Says when an erasure does not get done, and when data lies around that nobody has declared.
@Provider("privacy.core")
@Component
public final class PrivacyHealth implements HealthCheck {
  private final Path home;
  private final Stores stores;
  private final ErasureBook book;

  @Activate
  public PrivacyHealth(
      BundleContext context, @Reference Stores stores, @Reference ErasureBook book) {
    this(Home.of(context), stores, book);
  }

  PrivacyHealth(Path home, Stores stores, ErasureBook book) {
    this.home = home;
    this.stores = stores;
    this.book = book;
  }

  @Override
  public String name() {
    return "privacy.core";
  }

  @Override
  public Health check() {
    List<OpenErasure> stuck = book.open().stream().filter(e -> !e.message().isEmpty()).toList();
    if (!stuck.isEmpty()) {
      OpenErasure first = stuck.getFirst();
      return Health.warn(
          "Erasure "
              + first.id()
              + " is not done: "
              + first.message()
              + ". It goes on by itself"
              + " and again at each start.");
    }
    if (book.applied() > book.last()) {
      return Health.warn(
          "The list of erasures in "
              + home.resolve("privacy")
              + " is older than the data; put the newest one back from its backup.");
    }
    List<Declaration> declared = stores.declarations();
    List<String> undeclared = new Coverage(home).undeclared(declared, book.remember(declared));
    if (!undeclared.isEmpty()) {
      return Health.warn(
          undeclared
              + " lie in the home and no running bundle has declared what personal data they hold;"
              + " start the bundle that keeps them, or delete them.");
    }
    return Health.ok(declared.size() + " stores declared, no erasure waits");
  }
}
