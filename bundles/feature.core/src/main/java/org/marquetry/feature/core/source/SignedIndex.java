package org.marquetry.feature.core.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.core.source.Trust.Pinned;
import org.marquetry.feature.core.source.Trust.Revoked;
import org.marquetry.feature.core.source.Trust.Seen;
import org.marquetry.lib.feature.Checksums;
import org.marquetry.lib.feature.Feature;
import org.marquetry.lib.feature.FeatureReader;
import org.marquetry.lib.feature.IndexSignature;
import org.marquetry.lib.feature.IndexedFile;
import org.marquetry.lib.feature.RepositoryIndex;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;

/// An index that was checked, and the files that it vouches for.
final class SignedIndex implements AutoCloseable {
  private static final int MOST_FEATURE_BYTES = 1 << 20;

  private final Place place;
  private final RepositoryIndex index;
  private final Origin origin;
  private final byte[] bytes;
  private final byte[] signature;

  private SignedIndex(
      Place place, RepositoryIndex index, Origin origin, byte[] bytes, byte[] signature) {
    this.place = place;
    this.index = index;
    this.origin = origin;
    this.bytes = bytes;
    this.signature = signature;
  }

  Place place() {
    return place;
  }

  RepositoryIndex index() {
    return index;
  }

  /// Whose it is.
  Origin origin() {
    return origin;
  }

  /// Its own files as they were published: the index and, unless nobody signed it, the signature.
  Map<String, byte[]> files() {
    return signature.length == 0
        ? Map.of(RepositoryIndex.FILE, bytes)
        : Map.of(RepositoryIndex.FILE, bytes, IndexSignature.FILE, signature);
  }

  /// Open a place: its signature is checked before anything else of it is read, and its version
  /// against the last seen.
  ///
  /// @param repository name of the repository; empty: a file that somebody named
  /// @param memory under which its last version is kept
  /// @param unsigned whether an index that nobody signed will do
  /// @throws FeatureException if it cannot be trusted
  static SignedIndex open(
      Place place, String repository, String memory, TrustFile trust, boolean unsigned) {
    String name = place.name(RepositoryIndex.FILE);
    try {
      byte[] bytes = read(place, RepositoryIndex.FILE, RepositoryIndex.MOST_BYTES);
      byte[] signature = signature(place);
      Origin origin =
          signature.length == 0
              ? nobody(name, repository, memory, trust.read(), unsigned)
              : signer(name, repository, trust.read(), bytes, signature);
      RepositoryIndex index = RepositoryIndex.read(bytes);
      String key = signature.length == 0 ? Origin.UNSIGNED : keyOf(signature);
      Seen seen = new Seen(index.version(), Checksums.of(bytes));
      trust.change(t -> {
        checkNotOlder(name, t.seen().get(Trust.seenKey(key, memory)), seen);
        return t.see(key, memory, seen);
      });
      return new SignedIndex(place, index, origin, bytes, signature);
    } catch (NoSuchFileException e) {
      throw Refusal.invalid(
          "没有 " + name + "：这不是软件库；`key sign FOLDER` 可把它变成软件库",
          "there is no " + name + ": this is no repository; `key sign FOLDER` makes it one");
    } catch (JsonException e) {
      throw Refusal.broken(name, e);
    } catch (IOException e) {
      throw Refusal.unreadable(name, e);
    }
  }

  private static byte[] signature(Place place) throws IOException {
    try {
      return read(place, IndexSignature.FILE, IndexSignature.MOST_BYTES);
    } catch (NoSuchFileException nobodySigned) {
      return new byte[0];
    } catch (org.marquetry.lib.outbound.OutboundRefused e) {
      if (e.reason() == org.marquetry.lib.outbound.OutboundRefused.Reason.ERROR) return new byte[0];
      throw e;
    }
  }

  private static String keyOf(byte[] signature) {
    return IndexSignature.read(signature).key();
  }

  private static Origin nobody(
      String name, String repository, String memory, Trust trust, boolean unsigned) {
    boolean signedBefore =
        trust.seen().keySet().stream()
            .anyMatch(k -> k.endsWith(" " + memory) && !k.startsWith(Origin.UNSIGNED + " "));
    if (signedBefore) {
      throw Refusal.untrusted(
          name
              + " 不再有签名，而"
              + (repository.isEmpty() ? "它" : "软件库 " + repository + " ")
              + "以前是签名的；请询问它的发布者，或移除该软件库，再以另一个名称添加",
          name
              + " has no signature any more, but "
              + (repository.isEmpty() ? "it" : "repository " + repository)
              + " was signed before; ask its publisher, or remove and add the repository under another"
              + " name");
    }
    if (unsigned) return new Origin(Origin.UNSIGNED, Origin.UNSIGNED, repository);
    throw Refusal.untrusted(
        name
            + " 没有签名；请让它的发布者签名（`key sign FOLDER --key FILE`），或用 `feature trust unsigned on`"
            + " 允许未签名的功能",
        name
            + " is not signed; ask its publisher to sign it (`key sign FOLDER --key FILE`), or allow"
            + " unsigned features with `feature trust unsigned on`");
  }

  private static Origin signer(
      String name, String repository, Trust trust, byte[] bytes, byte[] file) {
    IndexSignature signature = IndexSignature.read(file);
    Revoked revoked = trust.revoked().get(signature.key());
    if (revoked != null) {
      throw Refusal.untrusted(
          name
              + " 由密钥 "
              + signature.key()
              + " 签名，该密钥已被吊销（"
              + revoked.reason()
              + "）；请向它的发布者索取用新密钥签名的索引",
          name
              + " is signed with the key "
              + signature.key()
              + ", which was revoked ("
              + revoked.reason()
              + "); ask its publisher for an index signed with a new key");
    }
    Pinned pinned = trust.keys().get(signature.key());
    if (pinned == null) {
      throw Refusal.untrusted(
          name
              + " 由密钥 "
              + signature.key()
              + " 签名，该密钥尚未被信任；请通过可信的途径取得发布者的公钥，并用"
              + " `feature trust add KEY --name PUBLISHER` 信任它",
          name
              + " is signed with the key "
              + signature.key()
              + ", which is not pinned; get the publisher's public key on a way that you trust and pin"
              + " it with `feature trust add KEY --name PUBLISHER`");
    }
    if (!signature.isOf(pinned.key(), bytes)) {
      throw Refusal.untrusted(
          name
              + " 不是 "
              + pinned.name()
              + " 签名的内容（密钥 "
              + signature.key()
              + "）：签名之后被改动过，或索引与签名不属于同一次发布；请向它的发布者重新获取",
          name
              + " is not what "
              + pinned.name()
              + " signed (key "
              + signature.key()
              + "): it was changed afterwards, or index and signature are of two publications; fetch it"
              + " again from its publisher");
    }
    String owner = pinned.suite() ? Origin.SUITE : signature.key();
    return new Origin(owner, pinned.name(), repository);
  }

  private static void checkNotOlder(String name, @Nullable Seen last, Seen now) {
    if (last == null) return;
    if (now.version() < last.version()) {
      throw Refusal.untrusted(
          name
              + " 比以前见过的旧：版本为 "
              + now.version()
              + "，见过 "
              + last.version()
              + "；可能有人扣下了更正：请向它的发布者获取当前的索引",
          name
              + " is older than what was seen before: version "
              + now.version()
              + ", seen was "
              + last.version()
              + "; somebody may hold back corrections: fetch the present index from its publisher");
    }
    if (now.version() == last.version() && !now.sha256().equals(last.sha256())) {
      throw Refusal.untrusted(
          name + " 的版本 " + now.version() + " 以前见过，内容却不同；它的发布者每次发布都须提高版本号",
          name
              + " has version "
              + now.version()
              + ", which was seen with other content; its publisher must raise the version with each"
              + " publication");
    }
  }

  /// Read a feature file.
  ///
  /// @throws FeatureException if it is not what the index states, or no feature
  Feature feature(String path) {
    IndexedFile stated = stated(path);
    if (stated.size() > MOST_FEATURE_BYTES) {
      throw Refusal.invalid(
          place.name(path) + " 超过 1 MB：这不是功能文件",
          place.name(path) + " is larger than 1 MB: that is no feature file");
    }
    try (InputStream in = place.open(path, stated.size() + 1)) {
      byte[] read = in.readNBytes((int) stated.size() + 1);
      check(path, stated, read.length, Checksums.of(read));
      return FeatureReader.read(Json.parse(new String(read, StandardCharsets.UTF_8)));
    } catch (JsonException e) {
      throw Refusal.broken(place.name(path), e);
    } catch (NoSuchFileException e) {
      throw missing(path);
    } catch (IOException e) {
      throw Refusal.unreadable(place.name(path), e);
    }
  }

  /// Copy a file; never more of it than the index states.
  ///
  /// @throws FeatureException if it is not what the index states
  void copy(String path, Path to) {
    IndexedFile stated = stated(path);
    try (InputStream in = place.open(path, stated.size() + 1);
        OutputStream out = Files.newOutputStream(to)) {
      MessageDigest digest = Checksums.digest();
      byte[] block = new byte[1 << 16];
      long copied = 0;
      for (int n = in.read(block); n >= 0 && copied <= stated.size(); n = in.read(block)) {
        out.write(block, 0, n);
        digest.update(block, 0, n);
        copied += n;
      }
      check(path, stated, copied, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchFileException e) {
      throw missing(path);
    } catch (IOException e) {
      throw Refusal.unreadable(place.name(path), e);
    }
  }

  private FeatureException missing(String path) {
    return Refusal.invalid(
        "没有索引里列出的 " + place.name(path),
        "there is no " + place.name(path) + ", which the index names");
  }

  /// What the index states of a file.
  IndexedFile stated(String path) {
    return Optional.ofNullable(index.files().get(path))
        .orElseThrow(() ->
            Refusal.untrusted(
                place.name(path) + " 不在它所属软件库的索引里；它的发布者须先发布它",
                place.name(path)
                    + " is not in the index of its repository; its publisher must publish"
                    + " it"));
  }

  private void check(String path, IndexedFile stated, long size, String sha256) {
    if (size == stated.size() && sha256.equals(stated.sha256())) return;
    throw Refusal.untrusted(
        place.name(path)
            + " 不是 "
            + origin.publisher()
            + " 发布的内容：它的 SHA-256 或大小与索引不符；发布之后被改动过，或属于另一次发布：请重新获取软件库",
        place.name(path)
            + " is not what "
            + origin.publisher()
            + " published: its SHA-256 or its size is not that of the index; it was changed afterwards,"
            + " or is of another publication: fetch the repository again");
  }

  private static byte[] read(Place place, String path, int most) throws IOException {
    try (InputStream in = place.open(path, most + 1L)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length <= most) return bytes;
      throw Refusal.invalid(
          place.name(path) + " 超过 " + most + " 字节",
          place.name(path) + " has more than " + most + " bytes");
    }
  }

  @Override
  public void close() {
    try {
      place.close();
    } catch (IOException e) {
      throw Refusal.unreadable(place.name(""), e);
    }
  }
}
