package org.marquetry.feature.core.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.feature.core.source.Trust.Pinned;
import org.marquetry.feature.core.source.Trust.Revoked;
import org.marquetry.feature.core.source.Trust.Seen;
import org.marquetry.lib.feature.PublisherKey;
import org.marquetry.lib.home.DurableFile;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;
import org.marquetry.shop.api.Words;

/// Keeps [Trust] in `data/features/trust.json`, without a database: it is needed before one is
/// there. A change is on disk when it returns; a crash leaves the old file or the new one.
final class TrustFile {
  private final Path file;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  TrustFile(Path file) {
    this.file = file;
  }

  /// @throws FeatureException if the file is not as it must be: then nothing is trusted
  Trust read() {
    try {
      return Files.exists(file) ? parsed(Json.parse(file).asObject()) : Trust.NOBODY;
    } catch (JsonException e) {
      throw broken(Refusal.broken(file.toString(), e).words(), e);
    } catch (IllegalArgumentException e) {
      Words why = Refusal.words(e);
      throw broken(new Words(file + "：" + why.zh(), file + ": " + why.en()), e);
    } catch (IOException e) {
      throw new FeatureException(
          Reason.FAILED,
          new Words("无法读取 " + file + "（" + e + "）", "cannot read " + file + " (" + e + ")"),
          e);
    }
  }

  private static FeatureException broken(Words what, RuntimeException cause) {
    return new FeatureException(
        Reason.INVALID,
        new Words(
            what.zh() + "；请改正它，或删除它并重新信任各密钥",
            what.en() + "; put it right, or delete it and pin the keys anew"),
        cause);
  }

  Trust change(UnaryOperator<Trust> change) {
    oneAtATime.lock();
    try {
      Trust before = read();
      Trust after = change.apply(before);
      if (!after.equals(before)) write(after);
      return after;
    } finally {
      oneAtATime.unlock();
    }
  }

  private void write(Trust trust) {
    try {
      new DurableFile(file).write(Json.write(members(trust)));
    } catch (IOException e) {
      throw new FeatureException(
          Reason.FAILED,
          new Words(
              "无法写入 " + file + "（" + e + "）；没有任何改动",
              "cannot write " + file + " (" + e + "); nothing was changed"),
          e);
    }
  }

  private static Map<String, Object> members(Trust trust) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", 1);
    all.put(
        "keys",
        each(
            trust.keys(),
            k -> {
              Map<String, Object> key = new LinkedHashMap<>();
              key.put("name", k.name());
              key.put("publicKey", k.key().text());
              key.put("suite", k.suite());
              key.put("at", k.at());
              return key;
            }));
    all.put("revoked", each(trust.revoked(), r -> pair("reason", r.reason(), "at", r.at())));
    all.put("seen", each(trust.seen(), s -> pair("version", s.version(), "sha256", s.sha256())));
    all.put("repositories", trust.repositories());
    trust.unsigned().ifPresent(u -> all.put("unsigned", u));
    all.put("remote", trust.remote());
    return all;
  }

  private static Map<String, Object> pair(String a, Object x, String b, Object y) {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put(a, x);
    pair.put(b, y);
    return pair;
  }

  private static <T> Map<String, Object> each(
      SortedMap<String, T> values, Function<T, Map<String, Object>> form) {
    Map<String, Object> all = new LinkedHashMap<>();
    values.forEach((key, value) -> all.put(key, form.apply(value)));
    return all;
  }

  private static Trust parsed(JsonObject all) {
    if (all.get("format").asInt() != 1) {
      throw new JsonException(all.get("format").place(), "本系统读取格式 1", "this suite reads format 1");
    }
    return new Trust(
        each(
            all,
            "keys",
            k ->
                new Pinned(
                    new PublisherKey(k.get("publicKey").asString()),
                    k.get("name").asString(),
                    k.get("suite").asBoolean(),
                    k.get("at").asString())),
        each(all, "revoked", r -> new Revoked(r.get("reason").asString(), r.get("at").asString())),
        each(all, "seen", s -> new Seen(s.get("version").asLong(), s.get("sha256").asString())),
        strings(all.get("repositories").asObject()),
        all.find("unsigned").map(JsonValue::asBoolean),
        all.get("remote").asBoolean());
  }

  private static <T> SortedMap<String, T> each(
      JsonObject all, String name, Function<JsonObject, T> form) {
    SortedMap<String, T> read = new TreeMap<>();
    all.get(name)
        .asObject()
        .members()
        .forEach((key, value) -> read.put(key, form.apply(value.asObject())));
    return read;
  }

  private static SortedMap<String, String> strings(JsonObject object) {
    SortedMap<String, String> read = new TreeMap<>();
    object.members().forEach((key, value) -> read.put(key, value.asString()));
    return read;
  }
}
