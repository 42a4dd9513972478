package org.marquetry.data.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import javax.imageio.ImageIO;
import org.marquetry.data.api.Picture;
import org.marquetry.data.api.Picture.Size;
import org.marquetry.shop.api.ProductId;
import org.osgi.framework.BundleContext;

/// Kept pictures, named by the hash of the largest size; smaller ones are made when they are asked
/// for first. Safe for many threads: a file appears whole.
final class PictureStore {
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
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
