package org.marquetry.sql.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePathWrapper;

/// A file whose writes are on disk when they return. H2 by itself hands a commit to the operating
/// system only, so a power loss would take commits that were acknowledged. Public, because H2 makes
/// it by reflection.
public final class SyncedFile extends FilePathWrapper {
  static final String SCHEME = "synced";

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return getBase().open(mode.equals("rw") ? "rwd" : mode);
  }
}
