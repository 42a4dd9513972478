package org.marquetry.data.intake;

import java.io.IOException;
import org.marquetry.warehouse.api.WarehouseException;

/// The scratch of the import broke: a full disk, or a fault of ours.
final class StagingFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StagingFailed(WarehouseException cause) {
    super("the scratch database of the import failed: " + firstLine(cause), cause);
  }

  /// Something could not be written into its folder.
  StagingFailed(IOException cause) {
    super("the scratch database of the import failed: " + firstLine(cause), cause);
  }

  static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
