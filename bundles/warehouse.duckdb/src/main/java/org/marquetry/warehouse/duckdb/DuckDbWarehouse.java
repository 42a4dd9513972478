package org.marquetry.warehouse.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.duckdb.DuckDBConnection;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.privacy.spi.Erasure;
import org.marquetry.privacy.spi.PersonalData;
import org.marquetry.shop.api.Words;
import org.marquetry.warehouse.api.BatchLoader;
import org.marquetry.warehouse.api.BatchReceipt;
import org.marquetry.warehouse.api.BatchSource;
import org.marquetry.warehouse.api.Expiry;
import org.marquetry.warehouse.api.LoadReceipt;
import org.marquetry.warehouse.api.RowConsumer;
import org.marquetry.warehouse.api.RowMapper;
import org.marquetry.warehouse.api.Scratch;
import org.marquetry.warehouse.api.UndoReceipt;
import org.marquetry.warehouse.api.Warehouse;
import org.marquetry.warehouse.api.WarehouseException;
import org.marquetry.warehouse.api.WarehouseExpiry;
import org.marquetry.warehouse.api.WarehouseLoader;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The warehouse in `<home>/data/warehouse`: queries are read-only transactions on copies of one
/// connection.
@Provider("duckdb")
@Component(
    service = {
      Warehouse.class,
      WarehouseLoader.class,
      BatchLoader.class,
      PersonalData.class,
      WarehouseExpiry.class
    },
    configurationPid = "org.marquetry.warehouse.duckdb")
@Designate(ocd = WarehouseConfig.class)
public final class DuckDbWarehouse
    implements Warehouse,
        WarehouseLoader,
        BatchLoader,
        PersonalData,
        WarehouseExpiry,
        AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(DuckDbWarehouse.class);

  private final Database database;
  private final Limits limits;
  private final SelectOnly selectOnly = new SelectOnly();
  private final ReentrantLock loading = new ReentrantLock();
  private final Map<String, Layout> layouts = new HashMap<>(); // guarded by loading
  private final AtomicLong changes = new AtomicLong();

  @Activate
  public DuckDbWarehouse(BundleContext context, WarehouseConfig config) {
    this(
        home(context).resolve("data").resolve("warehouse"),
        new Limits(
            config.query_rows(), config.query_seconds(), config.memory_mb(), config.threads()));
  }

  /// Open the warehouse in a folder, with ordinary limits: for tests of this and other bundles.
  ///
  /// @param folder made when absent; one process at a time
  public DuckDbWarehouse(Path folder) {
    this(folder, new Limits(5_000_000, 300, 512, 2));
  }

  DuckDbWarehouse(Path folder, Limits limits) {
    this.limits = limits;
    database = new Database(folder, limits);
    log.info("warehouse open, {} MB, {} threads", limits.memoryMb(), limits.threads());
  }

  private static Path home(BundleContext context) {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "framework property marquetry.home is not set; the launcher sets it");
    }
    return Path.of(home);
  }

  @Override
  public <T> List<T> query(String sql, List<?> args, RowMapper<T> mapper) {
    List<T> rows = new ArrayList<>();
    scan(
        sql,
        args,
        row -> {
          if (rows.size() >= limits.rows()) {
            throw new WarehouseException(
                "more than "
                    + limits.rows()
                    + " rows: aggregate, add a LIMIT or scan, in: "
                    + SelectOnly.head(sql));
          }
          rows.add(mapper.map(row));
        });
    return rows;
  }

  @Override
  public void scan(String sql, List<?> args, RowConsumer consumer) {
    long began = System.nanoTime();
    try (Database.Lease lease = database.connect()) {
      Connection connection = lease.connection();
      Database.execute(connection, "BEGIN TRANSACTION READ ONLY");
      selectOnly.check(connection, sql);
      try (PreparedStatement s = connection.prepareStatement(sql)) {
        s.setQueryTimeout(limits.seconds());
        bind(s, args);
        try (ResultSet result = s.executeQuery()) {
          ResultRow row = new ResultRow(result);
          while (result.next()) {
            consumer.accept(row);
          }
        }
      }
    } catch (SQLException e) {
      // A query that is stopped while its rows are fetched ends with an odd error, so the time
      // decides.
      boolean late = System.nanoTime() - began >= limits.seconds() * 1_000_000_000L;
      String reason = late ? "not done within " + limits.seconds() + " s" : Database.reason(e);
      throw new WarehouseException(reason + ", in: " + SelectOnly.head(sql), e);
    }
  }

  @Override
  public long changes() {
    return changes.get();
  }

  private static void bind(PreparedStatement s, List<?> args) throws SQLException {
    int i = 0;
    for (Object arg : args) {
      i++;
      switch (arg) {
        case String v -> s.setString(i, v);
        case Boolean v -> s.setBoolean(i, v);
        case Integer v -> s.setInt(i, v);
        case Long v -> s.setLong(i, v);
        case Double v -> s.setDouble(i, v);
        case Instant v -> s.setObject(i, LocalDateTime.ofInstant(v, ZoneOffset.UTC));
        default ->
            throw new WarehouseException(
                "argument "
                    + i
                    + " must be String, Boolean, Integer, Long, Double or Instant, got "
                    + arg.getClass().getName());
      }
    }
  }

  @Override
  public LoadReceipt load(String batchId, Map<String, String> cursors, BatchSource source) {
    checkId(batchId);
    return changing(
        "batch not loaded, nothing was changed",
        true,
        connection -> {
          LoadReceipt receipt =
              new Batch((DuckDBConnection) connection, layouts, batchId).load(cursors, source);
          log.debug(
              "batch loaded: {} rows",
              receipt.rows().values().stream().mapToLong(Long::longValue).sum());
          return receipt;
        });
  }

  private static void checkId(String batchId) {
    if (batchId.isBlank() || batchId.length() > 200) {
      throw new IllegalArgumentException(
          "batchId must have 1 to 200 characters, got " + batchId.length());
    }
  }

  @Override
  public Scratch scratch() {
    try {
      return database.scratch();
    } catch (SQLException | IOException e) {
      throw new WarehouseException("no scratch: " + Database.reason(e), e);
    }
  }

  @Override
  public BatchReceipt load(String batchId, Scratch scratch) {
    checkId(batchId);
    DuckDbScratch from = (DuckDbScratch) scratch;
    return unlessCancelled(
        from,
        () ->
            changing(
                "import not loaded, nothing was changed",
                true,
                c -> Imports.load(c, batchId, from)));
  }

  @Override
  public BatchReceipt check(Scratch scratch) {
    DuckDbScratch from = (DuckDbScratch) scratch;
    return unlessCancelled(
        from,
        () ->
            changing(
                "import not checked", false, c -> new ImportBatch(c, from, "check", 0).load()));
  }

  /// A statement that is stopped fails; the caller stopped it.
  private static BatchReceipt unlessCancelled(DuckDbScratch scratch, Supplier<BatchReceipt> work) {
    try {
      return work.get();
    } catch (WarehouseException e) {
      if (scratch.isCancelled()) {
        throw DuckDbScratch.stopped();
      }
      throw e;
    }
  }

  @Override
  public UndoReceipt undo(String batchId) {
    return changing(
        "import not taken back, nothing was changed", true, c -> Imports.undo(c, batchId));
  }

  @Override
  public UndoReceipt checkUndo(String batchId) {
    return changing("import not looked at", false, c -> Imports.undo(c, batchId));
  }

  /// Do something in one transaction, alone.
  ///
  /// @param forGood else all is as it was afterwards
  private <T> T changing(String failure, boolean forGood, Persons.Question<T> work) {
    loading.lock();
    try (Database.Lease lease = database.connect()) {
      Connection connection = lease.connection();
      connection.setAutoCommit(false);
      try {
        T result = work.ask(connection);
        if (forGood) {
          connection.commit();
          changes.incrementAndGet();
        } else {
          connection.rollback();
        }
        return result;
      } catch (SQLException | RuntimeException e) {
        Database.undo(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new WarehouseException(failure + ": " + Database.reason(e), e);
    } finally {
      loading.unlock();
    }
  }

  @Override
  public Optional<String> cursor(String name) {
    try (Database.Lease lease = database.connect();
        PreparedStatement s =
            lease
                .connection()
                .prepareStatement("SELECT position FROM store.cursors WHERE name = ?")) {
      s.setString(1, name);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new WarehouseException("cursor not read: " + Database.reason(e), e);
    }
  }

  @Override
  public long there(Expiry expiry) {
    return onPersons("events not counted", c -> Expirer.count(c, expiry, true));
  }

  @Override
  public long expiring(Expiry expiry) {
    return onPersons("events not counted", c -> Expirer.count(c, expiry, false));
  }

  @Override
  public long expire(Expiry expiry) {
    loading.lock();
    try {
      long expired = deleted(expiry);
      if (expired > 0) {
        database.compact();
      }
      return expired;
    } catch (SQLException | IOException e) {
      throw new WarehouseException("no event was let go: " + Database.reason(e), e);
    } finally {
      loading.unlock();
    }
  }

  private long deleted(Expiry expiry) throws SQLException {
    try (Database.Lease lease = database.connect()) {
      Connection connection = lease.connection();
      connection.setAutoCommit(false);
      try {
        long expired = Expirer.expire(connection, expiry);
        connection.commit();
        changes.incrementAndGet();
        return expired;
      } catch (SQLException | RuntimeException e) {
        Database.undo(connection, e);
        throw e;
      }
    }
  }

  @Override
  public Declaration declaration() {
    return Persons.DECLARATION;
  }

  @Override
  public PersonIds related(PersonIds person) {
    return onPersons("identifiers not read", c -> Persons.related(c, person));
  }

  @Override
  public PersonIds shared(PersonIds person) {
    return onPersons("identifiers not read", c -> Persons.shared(c, person));
  }

  @Override
  public List<StoredRecord> export(PersonIds person) {
    return onPersons("person not read", c -> Persons.export(c, person));
  }

  @Override
  public void everybody(Consumer<PersonIds> pages) {
    onPersons(
        "persons not read",
        c -> {
          Persons.everybody(c, pages);
          return true;
        });
  }

  private <T> T onPersons(String failure, Persons.Question<T> question) {
    try (Database.Lease lease = database.connect()) {
      Connection connection = lease.connection();
      Database.execute(connection, "BEGIN TRANSACTION READ ONLY");
      return question.ask(connection);
    } catch (SQLException e) {
      throw new WarehouseException(failure + ": " + Database.reason(e), e);
    }
  }

  @Override
  public long erase(Erasure erasure, Progress progress) {
    progress.step(new Words("数据仓库", "the warehouse"));
    return changing("nobody was erased", true, c -> PersonEraser.erase(c, erasure));
  }

  @Override
  public void compact(Progress progress) {
    progress.step(new Words("重写数据仓库文件", "the warehouse's file anew"));
    loading.lock();
    try {
      database.compact();
    } catch (SQLException | IOException e) {
      throw new WarehouseException(
          "the warehouse's file was not written anew: " + Database.reason(e), e);
    } finally {
      loading.unlock();
    }
  }

  @Override
  @Deactivate
  public void close() {
    database.close();
  }
}
