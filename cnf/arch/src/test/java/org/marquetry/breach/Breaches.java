package org.marquetry.breach;

import com.tngtech.archunit.base.HasDescription;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.marquetry.sandbox.truth.Truth;
import org.marquetry.shop.api.CustomerId;
import org.osgi.service.component.annotations.Component;

/// Breaches of the rules of the house, planted so that the rules can be seen to catch them. Nothing
/// here runs.
public final class Breaches {
  private Breaches() {}

  /// An API whose method says not what it requires.
  public interface GreetingApi {
    String greet();
  }

  /// An API that leaks a library's type.
  public interface LeakyApi {
    HasDescription leak();
  }

  /// A class of another provider.
  public static final class OtherProvider {
    public String word() {
      return "other";
    }
  }

  /// A component that reads the clock, makes a thread, calls another provider and is not marked.
  @Component
  public static final class Unmarked implements GreetingApi {
    @Override
    public String greet() {
      Thread thread = new Thread(() -> {});
      return new OtherProvider().word() + Instant.now() + thread.getName();
    }
  }

  /// A provider that opens a connection of its own.
  public static final class Connects {
    public String product() throws SQLException {
      try (Connection connection = DriverManager.getConnection("jdbc:h2:file")) {
        return connection.getMetaData().getDatabaseProductName();
      }
    }
  }

  /// A model that reads what it should find out.
  public static final class Cheats {
    public double predict(Truth truth, CustomerId customer) {
      return truth.elasticity(customer).orElse(0.0);
    }
  }
}
