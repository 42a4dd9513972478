package org.marquetry.ui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.marquetry.profile.api.CustomerPage;
import org.marquetry.profile.api.LiveProfiles;

/// Reads the list page by page, and tells whether what is on the screen is still so. For use by one
/// tab: the grid reads with the tab's lock held, the look for news without it.
final class CustomerRows {
  /// What is there now of the part that the grid read last.
  ///
  /// @param count customers that the search finds
  record Look(int count, List<CustomerRow> window) {}

  /// What to do about a look.
  enum News {
    NONE,
    /// The same customers in the same places, with other figures.
    FIGURES,
    /// Other customers stand on the screen now, so that showing them would move the rows.
    ORDER
  }

  private record Window(CustomersQuery query, int offset, int limit, List<CustomerRow> rows) {}

  private final LiveProfiles profiles;
  private volatile Window window = new Window(CustomersQuery.FIRST, 0, 1, List.of());
  private volatile int count;

  CustomerRows(LiveProfiles profiles) {
    this.profiles = profiles;
  }

  int count(CustomersQuery query) {
    count = profiles.count(query.search());
    return count;
  }

  /// How many there are, as far as this tab knows.
  int known() {
    return count;
  }

  void known(int now) {
    count = now;
  }

  /// @param limit may be more than one page of the service
  Stream<CustomerRow> read(CustomersQuery query, int offset, int limit) {
    List<CustomerRow> rows = page(query, offset, limit);
    window = new Window(query, offset, limit, rows);
    return rows.stream();
  }

  Look look() {
    Window now = window;
    return new Look(profiles.count(now.query.search()), page(now.query, now.offset, now.limit));
  }

  /// Compare a look with what the grid got.
  News news(Look look) {
    List<CustomerRow> shown = window.rows;
    if (look.count == count && look.window.equals(shown)) {
      return News.NONE;
    }
    // More rows behind those that are shown move nothing.
    boolean same =
        look.window.size() >= shown.size()
            && shown.stream()
                .map(CustomerRow::customer)
                .toList()
                .equals(
                    look.window.stream().limit(shown.size()).map(CustomerRow::customer).toList());
    return same ? News.FIGURES : News.ORDER;
  }

  private List<CustomerRow> page(CustomersQuery query, int offset, int limit) {
    List<CustomerRow> rows = new ArrayList<>(limit);
    while (rows.size() < limit) {
      int wanted = Math.min(limit - rows.size(), LiveProfiles.MAX_PAGE);
      List<CustomerRow> got =
          profiles
              .page(
                  new CustomerPage(
                      query.search(), query.by(), query.descending(), offset + rows.size(), wanted))
              .stream()
              .map(CustomerRow::of)
              .toList();
      rows.addAll(got);
      if (got.size() < wanted) {
        break;
      }
    }
    return List.copyOf(rows);
  }
}
