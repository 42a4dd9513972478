package org.marquetry.feature.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;

/// Where the files of one signed index lie.
interface Place extends AutoCloseable {
  /// Open a file of it.
  ///
  /// @param path below the place, as the index names it
  /// @param most bytes that will be read
  /// @throws NoSuchFileException if it is not there
  InputStream open(String path, long most) throws IOException;

  /// Whether it may hold a file that its index names: a one-file repository holds a part of them.
  default boolean holds(String path) {
    return true;
  }

  /// How messages name a file of it.
  String name(String path);

  @Override
  default void close() throws IOException {}
}
