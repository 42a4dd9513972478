package org.marquetry.access.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/// The stored state and the means to change it. Reading takes no lock; a change is on disk when the
/// call returns.
@Component(service = AccessStore.class)
public final class AccessStore {
  private final StateFile file;
  private final FileChannel lock;
  private final Passwords passwords;
  private final SecureRandom random = new SecureRandom();
  private volatile State state;

  /// @throws IOException if the home cannot be read, or another process uses it
  @Activate
  public AccessStore(BundleContext context) throws IOException {
    this(folder(context));
  }

  AccessStore(Path folder) throws IOException {
    Files.createDirectories(folder);
    lock =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() == null) {
        throw new IOException(folder + " is used by another process; stop that one first");
      }
      file = new StateFile(folder.resolve("access.json"));
      state = file.read();
      passwords = new Passwords(random);
    } catch (IOException e) {
      lock.close();
      throw e;
    } catch (OverlappingFileLockException e) {
      lock.close();
      throw new IOException(folder + " is in use already in this process", e);
    }
  }

  private static Path folder(BundleContext context) {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "the framework property marquetry.home is missing: it names the folder for users and settings");
    }
    return Path.of(home, "data", "access");
  }

  State state() {
    return state;
  }

  Passwords passwords() {
    return passwords;
  }

  SecureRandom random() {
    return random;
  }

  /// Change the state; what the change throws is passed on and nothing is stored.
  synchronized State change(UnaryOperator<State> change) {
    State next = change.apply(state);
    try {
      file.write(next);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write " + file.file() + ": " + e.getMessage() + "; nothing was changed", e);
    }
    state = next;
    return next;
  }

  @Deactivate
  void close() throws IOException {
    lock.close();
  }
}
