package org.marquetry.launcher;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Features, their changes and the states kept, in words.
final class FeatureText {
  private FeatureText() {}

  /// One line for each feature.
  static String list(JsonObject answer) {
    List<JsonObject> features = Fields.objects(answer, "features");
    int width = features.stream().mapToInt(f -> Fields.text(f, "name").length()).max().orElse(0);
    var text = new StringBuilder();
    for (JsonObject feature : features) {
      String name = Fields.text(feature, "name");
      String publisher = Fields.text(feature, "publisher");
      text.append(name).append(" ".repeat(width - name.length() + 2));
      text.append(Fields.text(feature, "version")).append("  ");
      text.append(Fields.strings(feature, "bundles").size()).append(" bundles");
      text.append(Fields.isTrue(feature, "added") ? ", installed into the home" : "");
      text.append(by(publisher)).append('\n');
    }
    return text.toString();
  }

  /// The bundles in quarantine, with their reasons.
  static String held(JsonObject answer) {
    List<JsonObject> held = Fields.objects(answer, "held");
    var text = new StringBuilder(held.isEmpty() ? "no bundle is held\n" : "");
    held.forEach(h ->
        text.append(Fields.text(h, "bundle"))
            .append("  since ")
            .append(Fields.text(h, "at"))
            .append(": ")
            .append(Fields.text(h, "why"))
            .append('\n'));
    return text.toString();
  }

  private static String by(String publisher) {
    return switch (publisher) {
      case "" -> "";
      case "unsigned" -> ", signed by nobody";
      default -> ", by " + publisher;
    };
  }

  /// What a change did, and how far it is.
  static String change(JsonObject change) {
    List<String> in = Fields.strings(change, "installed");
    List<String> out = Fields.strings(change, "removed");
    var text = new StringBuilder();
    steps(change, text);
    text.append(in.size()).append(" bundles in, ").append(out.size()).append(" out, ");
    text.append(Fields.number(change, "seconds")).append(" s\n");
    in.forEach(b -> text.append("  in   ").append(b).append('\n'));
    out.forEach(b -> text.append("  out  ").append(b).append('\n'));
    Fields.objects(change, "settled").forEach(use -> settled(use, text));
    return text.append(stage(change)).append('\n').toString();
  }

  /// What became of something that rested on what went.
  private static void settled(JsonObject use, StringBuilder text) {
    String object = Fields.text(use, "object");
    String choice = Fields.text(use, "choice");
    text.append("  ")
        .append(choice.equals("stop") ? "stopped" : choice.equals("hold") ? "held" : "kept");
    text.append(' ').append(object).append(" \"").append(Fields.text(use, "title")).append('"');
    text.append(
        choice.equals("keep")
            ? ": it waits with a part missing until one of that name is back\n"
            : "\n");
  }

  private static String stage(JsonObject change) {
    return switch (Fields.text(change, "stage")) {
      case "committed" -> "it counts, as state " + Fields.number(change, "committed");
      case "probation" ->
          "on probation until "
              + Fields.maybe(change, "probationEnd").orElse("?")
              + "; it counts by itself then (`feature keep` now, `feature back` to undo it)";
      case "staged" ->
          "it is made when the suite starts again (`feature restart`); `feature back` undoes that";
      default -> "it was taken back: " + Fields.maybe(change, "reason").orElse("?");
    };
  }

  private static void steps(JsonObject change, StringBuilder text) {
    for (JsonObject step : Fields.objects(change, "features")) {
      Optional<String> before = Fields.maybe(step, "before");
      Optional<String> after = Fields.maybe(step, "after");
      String publisher = Fields.text(step, "publisher");
      text.append(Fields.text(step, "name")).append(' ');
      if (before.isEmpty()) {
        text.append(after.orElse("")).append(" is new");
      } else if (after.isEmpty()) {
        text.append(before.get()).append(" goes");
      } else {
        text.append(before.get());
        text.append(before.equals(after) ? " is replaced" : " becomes " + after.get());
      }
      text.append(by(publisher)).append('\n');
      Fields.objects(step, "powers")
          .forEach(p -> text.append("  may  ").append(Fields.english(p, "words")).append('\n'));
    }
  }

  /// What a change would do.
  static String plan(JsonObject plan) {
    var text = new StringBuilder();
    steps(plan, text);
    lines("in", Fields.strings(plan, "comes"), text);
    lines("out", Fields.strings(plan, "goes"), text);
    lines("restarts", Fields.strings(plan, "restarts"), text);
    for (JsonObject service : Fields.objects(plan, "handovers")) {
      Optional<String> before = Fields.maybe(service, "before");
      Optional<String> after = Fields.maybe(service, "after");
      if (before.isEmpty() || after.isEmpty()) {
        text.append(after.isEmpty() ? "  no longer " : "  offers    ");
        text.append(Fields.text(service, "service")).append(" by ");
        text.append(Fields.text(service, "provider")).append('\n');
      }
    }
    for (JsonObject use : Fields.objects(plan, "uses")) {
      String owner = Fields.text(use, "owner");
      text.append("  in use by ").append(Fields.text(use, "object")).append(" \"");
      text.append(Fields.text(use, "title")).append('"');
      text.append(owner.isEmpty() ? "" : ", of " + owner);
      List<String> choices = Fields.strings(use, "choices");
      text.append(choices.isEmpty() ? "\n" : ": " + String.join(", ", choices) + "\n");
    }
    Fields.strings(plan, "problems")
        .forEach(p -> text.append("  not possible: ").append(p).append('\n'));
    if (Fields.isTrue(plan, "restart")) {
      text.append("it takes a restart of the suite, about ");
      text.append(
          String.format(
              Locale.ROOT, "%.0f s%n", Double.valueOf(Fields.number(plan, "awaySeconds"))));
    }
    if (Fields.objects(plan, "uses").stream()
        .anyMatch(u -> !Fields.strings(u, "choices").isEmpty())) {
      text.append(
          "what rests on what goes is kept unless you choose: --users hold, or --user ID=stop\n");
    }
    return text.isEmpty() ? "nothing would change\n" : text.toString();
  }

  /// Where the suite keeps a file that was sent.
  static String upload(JsonObject kept) {
    String file = Fields.text(kept, "file");
    return "kept as " + file + "\ninstall it: launcher/marquetry feature install " + file + "\n";
  }

  private static void lines(String word, List<String> bundles, StringBuilder text) {
    bundles.forEach(b -> text.append("  ").append(Fields.cell(word, 10)).append(b).append('\n'));
  }

  /// One line for each state.
  static String states(JsonObject answer) {
    var text = new StringBuilder();
    for (JsonObject state : Fields.objects(answer, "states")) {
      String why = Fields.text(state, "why");
      text.append(Fields.cell(Fields.number(state, "number"), 6));
      text.append(Fields.text(state, "at")).append("  ");
      text.append(Fields.text(state, "by"));
      text.append(why.isEmpty() ? "" : "  " + why);
      text.append(Fields.isTrue(state, "current") ? "  (runs now)" : "");
      text.append(Fields.isTrue(state, "healthy") ? "" : "  (never seen to run well)");
      text.append('\n');
      Fields.objects(state, "features").stream()
          .filter(f -> Fields.isTrue(f, "added"))
          .forEach(f ->
              text.append("      ")
                  .append(Fields.text(f, "name"))
                  .append(' ')
                  .append(Fields.text(f, "version"))
                  .append(" installed\n"));
    }
    return text.isEmpty() ? "no state is kept yet\n" : text.toString();
  }

  /// How two states differ.
  static String difference(JsonObject answer) {
    var text = new StringBuilder();
    for (String kind : List.of("features", "bundles", "configuration")) {
      for (JsonObject changed : Fields.objects(answer, kind)) {
        text.append(Fields.cell(kind, 14)).append(Fields.text(changed, "name")).append(": ");
        text.append(Fields.maybe(changed, "before").orElse("-")).append(" -> ");
        text.append(Fields.maybe(changed, "after").orElse("-")).append('\n');
      }
    }
    return text.isEmpty() ? "they are the same\n" : text.toString();
  }
}
