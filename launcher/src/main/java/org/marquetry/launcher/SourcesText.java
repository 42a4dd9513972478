package org.marquetry.launcher;

import java.util.List;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Trust and repositories of features in words.
final class SourcesText {
  private SourcesText() {}

  static String trust(JsonObject trust) {
    var text = new StringBuilder();
    for (JsonObject key : Fields.objects(trust, "keys")) {
      String revoked = Fields.text(key, "revoked");
      text.append(Fields.text(key, "id")).append("  ").append(Fields.text(key, "name"));
      if (Fields.isTrue(key, "suite")) text.append(", may replace what the suite came with");
      text.append(revoked.isEmpty() ? ", since " : ", REVOKED (" + revoked + ") ");
      text.append(Fields.text(key, "since")).append('\n');
    }
    text.append("unsigned features  ");
    text.append(
        Fields.isTrue(trust, "unsigned")
            ? "ALLOWED: whoever can hand a file to this suite can run code in it\n"
            : "refused\n");
    text.append("network            ");
    text.append(Fields.isTrue(trust, "remote") ? "allowed\n" : "off\n");
    return text.toString();
  }

  static String repositories(JsonObject answer) {
    List<JsonObject> repositories = Fields.objects(answer, "repositories");
    if (repositories.isEmpty()) {
      return "no repository; add one with `feature repository add NAME ADDRESS`\n";
    }
    int width =
        repositories.stream().mapToInt(r -> Fields.text(r, "name").length()).max().orElse(0);
    var text = new StringBuilder();
    for (JsonObject repository : repositories) {
      String seen = Fields.number(repository, "seen");
      text.append(Fields.cell(Fields.text(repository, "name"), width));
      text.append(Fields.text(repository, "address"));
      text.append(seen.equals("0") ? ", not read yet\n" : ", index " + seen + "\n");
    }
    return text.toString();
  }

  static String available(JsonObject answer) {
    var text = new StringBuilder();
    for (JsonObject feature : Fields.objects(answer, "features")) {
      text.append(Fields.text(feature, "name")).append(' ').append(Fields.text(feature, "version"));
      text.append("  ").append(Fields.text(feature, "title"));
      text.append(", by ").append(Fields.text(feature, "publisher"));
      text.append(", from ").append(Fields.text(feature, "repository"));
      String licence = Fields.text(feature, "licence");
      if (!licence.isEmpty()) text.append(", ").append(licence);
      text.append(", ").append(kilobytes(feature)).append(" kB\n");
      for (JsonObject power : Fields.objects(feature, "powers")) {
        text.append("  may ").append(Fields.english(power, "words")).append('\n');
      }
    }
    Fields.strings(answer, "problems").forEach(p -> text.append("! ").append(p).append('\n'));
    return text.isEmpty() ? "no repository offers anything\n" : text.toString();
  }

  private static long kilobytes(JsonObject feature) {
    return Fields.figure(feature, "bytes").map(b -> (b.longValue() + 999) / 1000).orElse(0L);
  }

  static String exported(JsonObject answer) {
    return Fields.text(answer, "file")
        + ": "
        + String.join(", ", Fields.strings(answer, "features"))
        + "\n";
  }
}
