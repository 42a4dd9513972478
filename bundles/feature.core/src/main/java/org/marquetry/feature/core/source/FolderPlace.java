package org.marquetry.feature.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A folder of this machine.
record FolderPlace(Path folder) implements Place {
  @Override
  public InputStream open(String path, long most) throws IOException {
    Path file = folder.resolve(path);
    if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder.toRealPath())) {
      throw new NoSuchFileException(file.toString());
    }
    return Files.newInputStream(file);
  }

  @Override
  public String name(String path) {
    return folder.resolve(path).toString();
  }
}
