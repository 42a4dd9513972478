package org.marquetry.sql.h2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.marquetry.sql.api.SqlException;

/// One step of a schema.
///
/// @param checksum of its text, whatever its line ends
record Migration(int number, String name, List<String> statements, long checksum) {
  private static final Pattern NAME = Pattern.compile("(?<number>\\d{4})-[a-z0-9-]+\\.sql");

  Migration {
    statements = List.copyOf(statements);
  }

  /// Read the resources beside a class.
  static List<Migration> read(Class<?> owner, List<String> names) {
    List<Migration> all = new ArrayList<>();
    for (String name : names) {
      Matcher matcher = NAME.matcher(name);
      int expected = all.size() + 1;
      if (!matcher.matches() || Integer.parseInt(matcher.group("number")) != expected) {
        throw new SqlException(
            "%s: the migration %s must be named %04d-what-it-does.sql; they are numbered from 1 without a gap"
                .formatted(owner.getPackageName(), name, expected));
      }
      all.add(of(expected, name, text(owner, name)));
    }
    if (all.isEmpty()) {
      throw new SqlException(owner.getPackageName() + " opens a schema without a migration");
    }
    return List.copyOf(all);
  }

  private static String text(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new SqlException(
            "the migration " + name + " is not in the bundle beside " + owner.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SqlException("the migration " + name + " cannot be read", e);
    }
  }

  /// A statement ends with a semicolon at the end of a line; a line that begins with `--` is a
  /// remark.
  static Migration of(int number, String name, String text) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    CRC32C crc = new CRC32C();
    for (String line : text.lines().map(String::stripTrailing).toList()) {
      crc.update((line + "\n").getBytes(StandardCharsets.UTF_8));
      if (line.isBlank() || line.stripLeading().startsWith("--")) {
        continue;
      }
      statement.append(line).append('\n');
      if (line.endsWith(";")) {
        statements.add(statement.toString());
        statement.setLength(0);
      }
    }
    if (!statement.isEmpty()) {
      throw new SqlException(name + ": the last statement does not end with a semicolon");
    }
    return new Migration(number, name, statements, crc.getValue());
  }
}
