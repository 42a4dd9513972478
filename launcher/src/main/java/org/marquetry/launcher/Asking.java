package org.marquetry.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.marquetry.lib.feature.FeatureCommand;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// The commands that ask the running suite. They start no framework.
final class Asking {
  private static final Question OF_A_HOME =
      new Question(
          List.of(),
          List.of(),
          (_, _) -> {
            throw new IllegalStateException("nobody is asked");
          },
          answer -> answer.get("said").asString() + "\n");

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
    boolean ofHome = command.freshHome().isPresent();
    Function<Asked, JsonObject> own = KeyQuestions.WORK.get(command.name());
    Question question = ofHome ? OF_A_HOME : question(command);
    if (arguments.help()
        || arguments.rest().contains("--help")
        || arguments.rest().contains("-h")) {
      out.println(Help.asking(command, question));
      return 0;
    }
    Asked asked = Asked.of(command.name(), question, arguments);
    if (own != null) {
      print(own.apply(asked), asked.json(), question.text());
      return 0;
    }
    if (ofHome) {
      MadeHome home = new MadeHome(asked.home().orElseGet(() -> Home.fresh(command)));
      print(made(command, home), asked.json(), question.text());
      return 0;
    }
    Door door = Door.of(asked.home().orElseGet(() -> Home.named(environment)));
    print(question.call().apply(door, asked), asked.json(), question.text());
    return 0;
  }

  private static Question question(FeatureCommand command) {
    Question question = Questions.ALL.get(command.name());
    if (question == null) {
      throw unknown(command);
    }
    return question;
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

  private static Problem unknown(FeatureCommand command) {
    return Problem.failure(
        "a feature brings the command \""
            + command.name()
            + "\", which this launcher does not know; build again");
  }

  private void print(JsonObject answer, boolean json, Function<JsonObject, String> text) {
    out.print(json ? Json.write(Plain.members(answer)) : text.apply(answer));
  }
}
