package org.marquetry.campaign.policy;

import java.util.Collection;
import java.util.List;
import org.marquetry.sql.api.Database;

/// The seed list in the operational store.
final class SeedTable {
  private final Database database;

  SeedTable(Database database) {
    this.database = database;
  }

  List<String> addresses() {
    return database.transaction(
        s -> s.query("SELECT address FROM seed ORDER BY address", r -> r.string("address")));
  }

  void replace(Collection<String> addresses) {
    database.transaction(s -> {
      int gone = s.update("DELETE FROM seed");
      addresses.forEach(a -> s.update("INSERT INTO seed (address) VALUES (?)", a));
      return gone;
    });
  }

  /// @return how many there were
  long forget(Collection<String> addresses) {
    return database.transaction(s ->
        addresses.stream()
            .mapToLong(a -> s.update("DELETE FROM seed WHERE lower(address) = lower(?)", a))
            .sum());
  }
}
