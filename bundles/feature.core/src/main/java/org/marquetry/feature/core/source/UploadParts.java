package org.marquetry.feature.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.shop.api.Words;

/// Files that come through the door part by part, since a request is short. Only the last ones are
/// kept; the whole is then handed over as one that comes at once.
///
/// @param folder made when it is needed, for the suite's user only
/// @param most bytes of one file
record UploadParts(Path folder, long most) {
  private static final int KEPT = 5;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  /// @return its id, which nobody can guess
  synchronized String begin() {
    UUID random = UUID.randomUUID();
    String id =
        HexFormat.of().toHexDigits(random.getMostSignificantBits())
            + HexFormat.of().toHexDigits(random.getLeastSignificantBits());
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Files.createFile(folder.resolve(id));
      Uploads.sweep(folder, KEPT);
      return id;
    } catch (IOException e) {
      throw Uploads.failed(folder, e);
    }
  }

  /// Add what follows, or what was sent before and perhaps not heard.
  ///
  /// @param offset where the part begins, 0 to what is stored
  /// @return how many bytes are stored now
  synchronized long add(String id, long offset, byte[] part) {
    Path file = file(id);
    try {
      long stored = Files.size(file);
      if (offset < 0 || offset > stored) {
        throw Refusal.invalid(
            "offset 须为 0.." + stored + "（已存的字节数），实际为 " + offset,
            "offset must be 0.." + stored + ", which is stored, got " + offset);
      }
      if (offset + part.length > most) {
        Files.delete(file);
        throw Uploads.tooLarge(most);
      }
      try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
        channel.truncate(offset).position(offset);
        ByteBuffer rest = ByteBuffer.wrap(part);
        while (rest.hasRemaining()) channel.write(rest);
      }
      return offset + part.length;
    } catch (IOException e) {
      throw Uploads.failed(folder, e);
    }
  }

  /// Hand the whole over; it is gone afterwards, taken or not.
  synchronized String end(String id, Function<InputStream, String> taker) {
    Path file = file(id);
    try (InputStream whole =
        Files.newInputStream(file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE)) {
      return taker.apply(whole);
    } catch (IOException e) {
      throw Uploads.failed(folder, e);
    }
  }

  private Path file(String id) {
    Path file = ID.matcher(id).matches() ? folder.resolve(id) : folder;
    if (Files.isRegularFile(file)) return file;
    throw new FeatureException(
        Reason.NOT_FOUND,
        new Words(
            "没有正在进行的这个编号的上传；请用 POST /feature-uploads 开始（只保留最近 " + KEPT + " 个）",
            "no upload of that id is under way; begin one with POST /feature-uploads (only the last "
                + KEPT
                + " are kept)"));
  }
}
