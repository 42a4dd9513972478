package org.marquetry.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.marquetry.lib.feature.FeatureCommand;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// The commands that ask the running suite. They start no framework.
final class Asking {
  private final PrintStream out;
  private final Map<String, String> environment;

  Asking(PrintStream out, Map<String, String> environment) {
    this.out = out;
    this.environment = environment;
  }

  /// Run one of them and return its exit code.
  ///
  /// @throws Problem if the words are wrong, no suite answers, or it refuses
  int run(FeatureCommand command, Arguments arguments) {
    String operand = operand(command.name());
    if (arguments.help()
        || arguments.rest().contains("--help")
        || arguments.rest().contains("-h")) {
      out.println(Help.asking(command, operand));
      return 0;
    }
    Asked asked = Asked.of(command.name(), operand, arguments);
    if (command.freshHome().isPresent()) {
      Path home = asked.home().orElseGet(() -> Home.fresh(command));
      print(made(command, new MadeHome(home)), asked.json(), Asking::said);
      return 0;
    }
    Door door = Door.of(asked.home().orElseGet(() -> Home.named(environment)));
    switch (command.name()) {
      case "status" -> status(door, asked.json());
      case "feature list" -> print(door.get("/features"), asked.json(), FeatureText::list);
      case "feature install" -> {
        Path file = Path.of(asked.operand()).toAbsolutePath().normalize();
        String body = Json.write(Map.of("file", file.toString()));
        change(door.send("POST", "/features", body), asked.json());
      }
      case "segment list" -> print(door.get("/segments"), asked.json(), SegmentText::list);
      case "segment count" ->
          print(
              door.get("/segments/" + Door.segment(asked.operand()) + "/count"),
              asked.json(),
              SegmentText::count);
      case "feature swap" -> change(door.send("POST", feature(asked) + "/swap", ""), asked.json());
      case "feature remove" -> change(door.send("DELETE", feature(asked), ""), asked.json());
      case "search" ->
          print(
              door.get("/products/search?why=true&q=" + Door.segment(asked.operand())),
              asked.json(),
              SearchText::of);
      default -> throw unknown(command);
    }
    return 0;
  }

  /// Stop or remove a home that a command made.
  private static JsonObject made(FeatureCommand command, MadeHome home) {
    String said =
        switch (command.name()) {
          case "demo stop" -> home.stop();
          case "demo remove" -> home.remove();
          default -> throw unknown(command);
        };
    return Json.parse(Json.write(Map.of("home", home.folder().toString(), "said", said)))
        .asObject();
  }

  private static String said(JsonObject answer) {
    return answer.get("said").asString() + "\n";
  }

  private static Problem unknown(FeatureCommand command) {
    return Problem.failure(
        "a feature brings the command \""
            + command.name()
            + "\", which this launcher does not know; build again");
  }

  /// What stands after the command's words; empty: nothing.
  private static String operand(String command) {
    return switch (command) {
      case "feature install" -> "FILE";
      case "feature swap", "feature remove" -> "NAME";
      case "segment count" -> "ID";
      case "search" -> "WORDS";
      default -> "";
    };
  }

  private static String feature(Asked asked) {
    return "/features/" + Door.segment(asked.operand());
  }

  private void status(Door door, boolean json) {
    JsonObject status = door.get("/status");
    JsonObject features = door.get("/features");
    if (!json) {
      out.print(StatusText.of(door, status, features));
      return;
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("address", door.address());
    all.put("home", door.home().toString());
    all.putAll(Plain.members(status));
    all.putAll(Plain.members(features));
    out.print(Json.write(all));
  }

  private void change(JsonObject answer, boolean json) {
    print(answer, json, FeatureText::change);
  }

  private void print(JsonObject answer, boolean json, Function<JsonObject, String> text) {
    out.print(json ? Json.write(Plain.members(answer)) : text.apply(answer));
  }
}
