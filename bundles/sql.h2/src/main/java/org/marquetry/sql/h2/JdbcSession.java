package org.marquetry.sql.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.marquetry.sql.api.RowMapper;
import org.marquetry.sql.api.Session;
import org.marquetry.sql.api.SqlException;

/// Plain JDBC in one transaction. From its first change to its end it is the only one that writes.
final class JdbcSession implements Session, AutoCloseable {
  private static final long LONGEST_WAIT_SECONDS = 5; // as H2's own for a row

  private final Connection connection;
  private final String schema;
  private final Lock writer;
  private boolean writes;
  private boolean interrupted;
  private boolean over;

  JdbcSession(Connection connection, String schema, Lock writer) {
    this.connection = connection;
    this.schema = schema;
    this.writer = writer;
  }

  /// The transaction ended: whoever kept the session gets an error, not somebody else's rows.
  @Override
  public void close() {
    over = true;
    if (writes) {
      writer.unlock();
    }
    if (interrupted) {
      Thread.currentThread().interrupt(); // not before: H2 would close its file
    }
  }

  @Override
  public int update(String sql, @Nullable Object... args) {
    if (!over && !writes) {
      awaitTurn();
    }
    return run(sql, args, PreparedStatement::executeUpdate);
  }

  private void awaitTurn() {
    try {
      writes = writer.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
      throw new SqlException(schema + ": interrupted while another transaction wrote", e);
    }
    if (!writes) {
      throw new SqlException(
          schema
              + ": another transaction has been writing for "
              + LONGEST_WAIT_SECONDS
              + " s; try again");
    }
  }

  @Override
  public <T> List<T> query(String sql, RowMapper<T> mapper, @Nullable Object... args) {
    return run(
        sql,
        args,
        statement -> {
          try (ResultSet result = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            JdbcRow row = new JdbcRow(result, schema);
            while (result.next()) {
              all.add(mapper.map(row));
            }
            return List.copyOf(all);
          }
        });
  }

  @Override
  public <T> Optional<T> one(String sql, RowMapper<T> mapper, @Nullable Object... args) {
    List<T> found = query(sql, mapper, args);
    if (found.size() > 1) {
      throw new SqlException(schema + ": one row was expected, there are " + found.size());
    }
    return found.stream().findFirst();
  }

  private interface Step<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, @Nullable Object[] args, Step<T> step) {
    if (over) {
      throw new IllegalStateException(schema + ": the transaction of this session is over");
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < args.length; i++) {
        statement.setObject(i + 1, bound(args[i]));
      }
      return step.run(statement);
    } catch (SQLException e) {
      throw Failures.of(e, schema);
    }
  }

  private static @Nullable Object bound(@Nullable Object argument) {
    return switch (argument) {
      case null -> null;
      case Instant moment -> moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
      case String _, Integer _, Long _, Double _, Boolean _, byte[] _ -> argument;
      default ->
          throw new IllegalArgumentException(
              "an argument must be String, Integer, Long, Double, Boolean, byte[] or Instant, got "
                  + argument.getClass().getName());
    };
  }
}
