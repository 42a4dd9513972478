package org.marquetry.data.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.Picture.Size;
import org.marquetry.data.api.PictureRefused;
import org.marquetry.data.api.PictureRefused.Reason;
import org.marquetry.shop.api.ProductId;
import org.osgi.framework.BundleContext;

/// Kept pictures, named by the hash of the largest size; smaller ones are made when they are asked
/// for first. Safe for many threads: a file appears whole.
final class PictureStore {
  private static final long MAX_ZIP = 2L << 30;
  private static final int MAX_ENTRIES = 100_000;

  private final Path folder;

  PictureStore(Path folder) {
    this.folder = folder;
  }

  static Path folder(BundleContext context) {
    String home = context.getProperty("marquetry.home");
    if (home == null) {
      throw new IllegalStateException(
          "framework property marquetry.home is not set; the launcher sets it");
    }
    return Path.of(home).resolve("data").resolve("pictures");
  }

  /// Where the zip file of a job waits.
  static Path zip(Path folder, String key) {
    return folder.resolve("zip").resolve(key + ".zip");
  }

  /// Take a zip file that is to be worked on.
  ///
  /// @return the key of its job: the same file gives the same one
  String take(InputStream zip) {
    try {
      Path incoming = Files.createDirectories(folder.resolve("zip"));
      Path beside = Files.createTempFile(incoming, "new", ".part");
      try {
        String key = copy(zip, beside);
        try (ZipFile readable = new ZipFile(beside.toFile())) {
          if (readable.size() > MAX_ENTRIES) {
            throw new PictureRefused(
                Reason.TOO_MANY_BYTES, "a zip file must have at most " + MAX_ENTRIES + " files");
          }
        } catch (ZipException damaged) {
          throw new PictureRefused(Reason.NO_ZIP, "the file is no zip file");
        }
        Files.move(beside, zip(folder, key), StandardCopyOption.REPLACE_EXISTING);
        return key;
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the zip file cannot be kept", e);
    }
  }

  private static String copy(InputStream from, Path to) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
        bytes += n;
        if (bytes > MAX_ZIP) {
          throw new PictureRefused(
              Reason.TOO_MANY_BYTES, "a zip file must have at most " + MAX_ZIP + " bytes");
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// @param jpeg as [SafePicture] wrote it
  Picture keep(byte[] jpeg) {
    Picture picture = new Picture(hex(jpeg));
    Path file = path(picture, Size.FULL);
    if (!Files.exists(file)) {
      write(file, jpeg);
    }
    return picture;
  }

  Optional<byte[]> read(Picture picture, Size size) {
    try {
      return Optional.of(Files.readAllBytes(path(picture, size)));
    } catch (NoSuchFileException missing) {
      return size == Size.FULL
          ? Optional.empty()
          : read(picture, Size.FULL).map(f -> smaller(f, picture, size));
    } catch (IOException e) {
      throw new UncheckedIOException("the picture " + picture.hash() + " cannot be read", e);
    }
  }

  private byte[] smaller(byte[] full, Picture picture, Size size) {
    try {
      byte[] jpeg =
          SafePicture.jpeg(
              SafePicture.scaled(ImageIO.read(new ByteArrayInputStream(full)), size.pixels()));
      write(path(picture, size), jpeg);
      return jpeg;
    } catch (IOException e) {
      throw new UncheckedIOException("the picture " + picture.hash() + " cannot be scaled", e);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Path beside = Files.createTempFile(file.getParent(), "new", ".part");
      Files.write(beside, bytes);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the picture's file " + file + " cannot be written", e);
    }
  }

  private Path path(Picture picture, Size size) {
    return folder.resolve(picture.hash().substring(0, 2)).resolve(picture.file(size));
  }

  /// The id of the fact that a product has a picture.
  static String factId(ProductId product, Picture picture, Instant at) {
    String fact = product.value() + " " + picture.hash() + " " + at;
    return "picture-" + hex(fact.getBytes(StandardCharsets.UTF_8)).substring(0, 40);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
