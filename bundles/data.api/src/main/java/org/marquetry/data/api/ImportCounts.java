package org.marquetry.data.api;

/// The rows of an import; `rows` is the sum of the others.
///
/// @param rows read, without the header
/// @param added their key was not known
/// @param changed their key was known with other values
/// @param skipped the same is loaded already
/// @param bad not loaded, in the quarantine
public record ImportCounts(long rows, long added, long changed, long skipped, long bad) {
  /// Nothing yet.
  public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

  public ImportCounts {
    if (added < 0
        || changed < 0
        || skipped < 0
        || bad < 0
        || rows != added + changed + skipped + bad) {
      throw new IllegalArgumentException(
          "rows must be the sum of added, changed, skipped and bad, got "
              + rows
              + " and "
              + added
              + " + "
              + changed
              + " + "
              + skipped
              + " + "
              + bad);
    }
  }
}
