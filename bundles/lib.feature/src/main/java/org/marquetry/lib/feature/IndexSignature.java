package org.marquetry.lib.feature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// The signature over the bytes of an index, `index.json.sig`.
///
/// @param key id of the key that signed
/// @param signature in Base64
public record IndexSignature(String key, String signature) {
  /// Its name in a repository.
  public static final String FILE = RepositoryIndex.FILE + ".sig";

  /// The largest file that is read.
  public static final int MOST_BYTES = 4 << 10;

  private static final Set<String> KEYS = Set.of("algorithm", "key", "signature");

  /// Sign.
  public static IndexSignature of(byte[] index, SigningKey key) {
    return new IndexSignature(
        key.publicKey().id(), Base64.getEncoder().encodeToString(key.sign(index)));
  }

  /// Read it strictly.
  ///
  /// @throws JsonException with the place if anything in it is not as it must be
  public static IndexSignature read(byte[] bytes) {
    JsonObject file = Json.parse(new String(bytes, StandardCharsets.UTF_8)).asObject();
    for (String name : file.members().keySet()) {
      if (!KEYS.contains(name)) {
        throw new JsonException(
            file.placeOf(name),
            "未知的“" + name + "”；可用的有 " + new TreeSet<>(KEYS),
            "unknown \"" + name + "\"; known are " + new TreeSet<>(KEYS));
      }
    }
    if (!file.get("algorithm").asString().equals(PublisherKey.ALGORITHM)) {
      throw new JsonException(
          file.get("algorithm").place(),
          "算法须为 " + PublisherKey.ALGORITHM,
          "the algorithm must be " + PublisherKey.ALGORITHM);
    }
    return new IndexSignature(file.get("key").asString(), file.get("signature").asString());
  }

  /// Whether it is that of this key over these bytes.
  public boolean isOf(PublisherKey publisher, byte[] index) {
    try {
      return key.equals(publisher.id())
          && publisher.signed(index, Base64.getDecoder().decode(signature));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  /// The bytes to write.
  public byte[] bytes() {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("algorithm", PublisherKey.ALGORITHM);
    file.put("key", key);
    file.put("signature", signature);
    return Json.write(file).getBytes(StandardCharsets.UTF_8);
  }
}
