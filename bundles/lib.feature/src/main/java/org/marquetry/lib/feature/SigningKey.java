package org.marquetry.lib.feature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// The private key of a publisher and the file that holds it.
public final class SigningKey {
  private final String publisher;
  private final PublisherKey open;
  private final PrivateKey secret;

  private SigningKey(String publisher, PublisherKey open, PrivateKey secret) {
    this.publisher = publisher;
    this.open = open;
    this.secret = secret;
  }

  /// Make a new one.
  public static SigningKey make(String publisher) {
    RepositoryIndex.checkPublisher(publisher);
    try {
      KeyPair pair = KeyPairGenerator.getInstance(PublisherKey.ALGORITHM).generateKeyPair();
      return new SigningKey(publisher, PublisherKey.of(pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has Ed25519", e);
    }
  }

  /// Read the file of a key.
  ///
  /// @throws FeatureException if it cannot be read or is none
  public static SigningKey read(Path file) {
    try {
      JsonObject key = Json.parse(file).asObject();
      byte[] bytes = Base64.getDecoder().decode(key.get("privateKey").asString());
      PrivateKey secret =
          KeyFactory.getInstance(PublisherKey.ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(bytes));
      SigningKey read =
          new SigningKey(
              key.get("publisher").asString(),
              new PublisherKey(key.get("publicKey").asString()),
              secret);
      byte[] probe = "probe".getBytes(StandardCharsets.UTF_8);
      if (read.open.signed(probe, read.sign(probe))) return read;
      throw new FeatureException(
          file + " 里的私钥与公钥不是一对",
          file + " holds a private and a public key that do not belong together");
    } catch (IOException e) {
      throw new FeatureException(
          "无法读取密钥 " + file + "（" + e + "）", "cannot read the key " + file + " (" + e + ")", e);
    } catch (JsonException | IllegalArgumentException | GeneralSecurityException e) {
      throw new FeatureException(
          file + " 不是 `key new` 写出的私钥：" + FeatureException.zh(e),
          file + " is no private key as `key new` writes it: " + e.getMessage(),
          e);
    }
  }

  /// Write it to a new file that only its user can read.
  ///
  /// @throws FeatureException if the file is there already or cannot be written
  public void write(Path file) {
    Map<String, Object> key = new LinkedHashMap<>();
    key.put("publisher", publisher);
    key.put("key", open.id());
    key.put("publicKey", open.text());
    key.put("privateKey", Base64.getEncoder().encodeToString(secret.getEncoded()));
    try {
      FileAttribute<?>[] rights =
          file.getFileSystem().supportedFileAttributeViews().contains("posix")
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0];
      Set<StandardOpenOption> fresh =
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (var out = Files.newByteChannel(file, fresh, rights)) {
        var bytes = java.nio.ByteBuffer.wrap(Json.write(key).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) out.write(bytes);
      }
    } catch (FileAlreadyExistsException e) {
      throw new FeatureException(
          file + " 已经存在；密钥从不覆盖：请换一个文件",
          file + " is there already; a key is never overwritten: name another file",
          e);
    } catch (IOException e) {
      throw new FeatureException(
          "无法写入密钥 " + file + "（" + e + "）", "cannot write the key " + file + " (" + e + ")", e);
    }
  }

  byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(PublisherKey.ALGORITHM);
      signature.initSign(secret);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key cannot sign", e);
    }
  }

  /// Whose key it is.
  public String publisher() {
    return publisher;
  }

  /// What others need to know of it.
  public PublisherKey publicKey() {
    return open;
  }
}
