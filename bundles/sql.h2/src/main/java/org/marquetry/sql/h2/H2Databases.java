package org.marquetry.sql.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.health.Health;
import org.marquetry.platform.api.health.HealthCheck;
import org.marquetry.platform.api.health.Metric;
import org.marquetry.platform.api.health.MetricSource;
import org.marquetry.sql.api.Database;
import org.marquetry.sql.api.Databases;
import org.marquetry.sql.api.SqlException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// The operational store in `<home>/data/sql`.
@Provider("h2")
@Component(service = {Databases.class, HealthCheck.class, MetricSource.class})
public final class H2Databases implements Databases, HealthCheck, MetricSource, AutoCloseable {
  private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
  private static final String OURS = "org.marquetry.";
  private static final long LITTLE_SPACE = 256L << 20;

  private final StoreFile file;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Database> open = new ConcurrentHashMap<>();

  @Activate
  public H2Databases(BundleContext context, @Reference InstantSource clock) {
    this(home(context).resolve("data").resolve("sql"), clock);
  }

  /// Open the store in a folder: for tests of this and other bundles.
  ///
  /// @param folder made when absent; one process at a time
  /// @throws SqlException if another process has it, or it is damaged
  public H2Databases(Path folder, InstantSource clock) {
    this.file = new StoreFile(folder);
    this.clock = clock;
  }

  private static Path home(BundleContext context) {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "the framework property marquetry.home is not set; start the suite with the launcher");
    }
    return Path.of(home);
  }

  @Override
  public Database open(Class<?> owner, List<String> migrations) {
    String bundle = owner.getPackageName();
    List<Migration> known = Migration.read(owner, migrations);
    String schema = schema(bundle);
    if (schema.equals("marquetry") || schema.equals("public")) {
      throw new SqlException(
          bundle + " cannot have the schema " + schema + "; it is the store's own");
    }
    return open.compute(schema, (s, former) -> migrated(s, bundle, known, former));
  }

  /// @param former the way to it that another version of the bundle has; both go on
  private Database migrated(
      String schema, String bundle, List<Migration> known, @Nullable Database former) {
    return file.alone(
        bundle,
        connection -> {
          new Migrator(connection, schema, bundle, file.folder(), clock).bring(known);
          if (former != null) {
            return former;
          }
          String password = password();
          admit(connection, schema, password);
          return new SchemaDatabase(file, schema, password);
        });
  }

  /// The schema's user may work with its rows, and with nothing else; its password lives as long as
  /// this process.
  private static void admit(Connection connection, String schema, String password)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String user = "\"" + schema + "\"";
      statement.execute("CREATE USER IF NOT EXISTS " + user + " PASSWORD '" + password + "'");
      statement.execute("ALTER USER " + user + " SET PASSWORD '" + password + "'");
      statement.execute("GRANT ALL ON SCHEMA " + user + " TO " + user);
    }
  }

  private String password() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String schema(String packageName) {
    if (!PACKAGE.matcher(packageName).matches()) {
      throw new SqlException("the package " + packageName + " cannot name a schema");
    }
    String own = packageName.startsWith(OURS) ? packageName.substring(OURS.length()) : packageName;
    return own.replace('.', '_').toLowerCase(Locale.ROOT);
  }

  @Override
  public void compact() {
    file.compact();
  }

  @Override
  public String name() {
    return "sql.h2";
  }

  @Override
  public Health check() {
    try {
      if (!file.answers()) {
        return Health.critical(
            file.file()
                + " was closed after an error; look into the log, free disk space, restart");
      }
      long free = Files.getFileStore(file.file()).getUsableSpace();
      String state = open.keySet().size() + " schemas, " + (size() >> 10) + " KB";
      return free < LITTLE_SPACE
          ? Health.warn(state + "; only " + (free >> 20) + " MB of disk are left, free some")
          : Health.ok(state);
    } catch (IOException e) {
      return Health.critical(file.file() + " cannot be seen: " + e.getMessage());
    }
  }

  private long size() throws IOException {
    return Files.size(file.file());
  }

  @Override
  public List<Metric> metrics() {
    try {
      return List.of(
          new Metric(
              "marquetry_sql_file_bytes",
              "Size of the operational store",
              Metric.Kind.GAUGE,
              Map.of(),
              size()));
    } catch (IOException e) {
      return List.of();
    }
  }

  StoreFile file() {
    return file;
  }

  @Deactivate
  @Override
  public void close() {
    file.close();
  }
}
