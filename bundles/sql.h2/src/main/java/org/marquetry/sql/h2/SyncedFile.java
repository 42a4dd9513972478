package org.marquetry.sql.h2;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A file whose writes are on disk when they return. H2 by itself hands a commit to the operating
/// system only, so a power loss would take commits that were acknowledged. Public, because H2 makes
/// it by reflection.
public final class SyncedFile extends FilePathWrapper {
  static final String SCHEME = "synced";

  private static final SyncedFile ONE = new SyncedFile();
  private static final Set<Object> USERS = Collections.newSetFromMap(new IdentityHashMap<>());

  /// H2 knows the scheme for as long as a store uses it; several may.
  static synchronized void usedBy(Object store) {
    if (USERS.isEmpty()) {
      FilePath.register(ONE);
    }
    USERS.add(store);
  }

  static synchronized void leftBy(Object store) {
    if (USERS.remove(store) && USERS.isEmpty()) {
      FilePath.unregister(ONE);
    }
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return getBase().open(mode.equals("rw") ? "rwd" : mode);
  }
}
