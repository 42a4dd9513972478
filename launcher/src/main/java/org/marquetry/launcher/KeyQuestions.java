package org.marquetry.launcher;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.marquetry.launcher.Question.Flag;
import org.marquetry.lib.feature.Publication;
import org.marquetry.lib.feature.PublisherKey;
import org.marquetry.lib.feature.RepositoryIndex;
import org.marquetry.lib.feature.SigningKey;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// The commands of a publisher. They need no suite.
final class KeyQuestions {
  private static final Flag KEY = new Flag("--key", "FILE", "the private key that signs");

  /// What each does with its words.
  static final Map<String, Function<Asked, JsonObject>> WORK =
      Map.of(
          "key new", KeyQuestions::make,
          "key sign", KeyQuestions::sign,
          "key publish", KeyQuestions::publish);

  private KeyQuestions() {}

  static void add(Map<String, Question> all) {
    add(
        all,
        "key new",
        List.of(),
        KeyQuestions::made,
        new Flag("--name", "PUBLISHER", "whose key it is"),
        new Flag("--out", "FILE", "a file that is not there yet; keep it secret"));
    add(all, "key sign", List.of("FOLDER"), KeyQuestions::signed, KEY);
    add(
        all,
        "key publish",
        List.of("FEATURE"),
        KeyQuestions::signed,
        KEY,
        new Flag("--to", "FOLDER", "the repository; made when it is not there"));
  }

  private static void add(
      Map<String, Question> all,
      String command,
      List<String> operands,
      Function<JsonObject, String> text,
      Flag... flags) {
    Function<Asked, JsonObject> work = Objects.requireNonNull(WORK.get(command));
    all.put(command, new Question(operands, List.of(flags), (_, asked) -> work.apply(asked), text));
  }

  private static JsonObject make(Asked asked) {
    Path file = path(asked.needed("--out"));
    SigningKey key;
    try {
      key = SigningKey.make(asked.needed("--name"));
    } catch (IllegalArgumentException e) {
      throw Problem.usage("--name: " + e.getMessage());
    }
    key.write(file);
    PublisherKey open = key.publicKey();
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("file", file.toString());
    made.put("publisher", key.publisher());
    made.put("key", open.id());
    made.put("publicKey", open.text());
    return object(made);
  }

  private static String made(JsonObject made) {
    String open = Fields.text(made, "publicKey");
    return "private key  "
        + Fields.text(made, "file")
        + " (keep it secret, and a copy in a safe place)\n"
        + "id           "
        + Fields.text(made, "key")
        + "\npublic key   "
        + open
        + "\nwho trusts it: launcher/marquetry feature trust add "
        + open
        + " --name \""
        + Fields.text(made, "publisher")
        + "\"\n";
  }

  private static JsonObject sign(Asked asked) {
    SigningKey key = SigningKey.read(path(asked.needed("--key")));
    Path folder = path(asked.operand(0));
    return told(folder, key, Publication.sign(folder, key, InstantSource.system().instant()));
  }

  private static JsonObject publish(Asked asked) {
    SigningKey key = SigningKey.read(path(asked.needed("--key")));
    Path folder = path(asked.needed("--to"));
    return told(
        folder,
        key,
        Publication.publish(path(asked.operand(0)), folder, key, InstantSource.system().instant()));
  }

  private static JsonObject told(Path folder, SigningKey key, RepositoryIndex index) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("folder", folder.toString());
    told.put("publisher", index.publisher());
    told.put("key", key.publicKey().id());
    told.put("version", index.version());
    told.put("files", index.files().size());
    return object(told);
  }

  private static String signed(JsonObject told) {
    return Fields.text(told, "folder")
        + ": index "
        + Fields.number(told, "version")
        + " of "
        + Fields.number(told, "files")
        + " files, signed by "
        + Fields.text(told, "publisher")
        + " (key "
        + Fields.text(told, "key")
        + ")\n";
  }

  private static Path path(String text) {
    return Path.of(text).toAbsolutePath().normalize();
  }

  private static JsonObject object(Map<String, ?> members) {
    return Json.parse(Json.write(members)).asObject();
  }
}
