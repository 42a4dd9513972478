package org.marquetry.sql.h2;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.marquetry.sql.api.SqlException;
import org.marquetry.sql.api.UniqueViolation;

/// Says what a failure of H2 means and what to do. Never the values of a row: they may be personal.
final class Failures {
  private Failures() {}

  static SqlException of(SQLException e, String where) {
    return switch (e.getErrorCode()) {
      case ErrorCode.DUPLICATE_KEY_1 ->
          new UniqueViolation(where + ": a row with this key is there already", withoutValues(e));
      case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
          new SqlException(
              where
                  + ": the operational store is in use by another process; stop that one, or start with another --home",
              e);
      case ErrorCode.LOCK_TIMEOUT_1, ErrorCode.DEADLOCK_1, ErrorCode.CONCURRENT_UPDATE_1 ->
          new SqlException(
              where + ": a row was held by another transaction for too long; try again", e);
      case ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2 ->
          new SqlException(
              where + ": the operational store cannot be read or written; is the disk full?", e);
      case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 ->
          new SqlException(
              where
                  + ": the file of the operational store is damaged or of another version; put a backup in its place",
              e);
      case ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1 ->
          new SqlException(
              where
                  + ": a bundle may change rows of its own schema only; tables are changed by migrations",
              e);
      default -> new SqlException(where + ": " + told(e), withoutValues(e));
    };
  }

  /// H2's messages repeat the statement; those of classes 22 (data) and 23 (constraints) also
  /// values.
  private static String told(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith("22")) {
      return "a value does not fit its column (H2 error " + e.getErrorCode() + ")";
    }
    if (state.startsWith("23")) {
      return "a rule of the table forbids it (H2 error " + e.getErrorCode() + ")";
    }
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf("; SQL statement:");
    return (end < 0 ? message : message.substring(0, end)).lines().findFirst().orElse("failed");
  }

  private static SQLException withoutValues(SQLException e) {
    SQLException plain =
        new SQLException("H2 error " + e.getErrorCode(), e.getSQLState(), e.getErrorCode());
    plain.setStackTrace(e.getStackTrace());
    return plain;
  }
}
