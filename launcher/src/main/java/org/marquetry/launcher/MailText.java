package org.marquetry.launcher;

import java.util.List;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// Mail designs in words.
final class MailText {
  private MailText() {}

  /// A line for each design: its id, its version, its name.
  static String list(JsonObject answer) {
    List<JsonObject> designs = Fields.objects(answer, "designs");
    var text = new StringBuilder(designs.isEmpty() ? "There are no mail designs.\n" : "");
    for (JsonObject design : designs) {
      text.append(Fields.text(design, "id")).append("  ");
      text.append(Fields.number(design, "version")).append("  ");
      text.append(Fields.text(design, "name")).append('\n');
    }
    return text.toString();
  }

  /// What speaks against sending it, by block and line.
  static String findings(JsonObject answer) {
    List<JsonObject> findings = Fields.objects(answer, "findings");
    var text = new StringBuilder(findings.isEmpty() ? "Nothing speaks against it.\n" : "");
    for (JsonObject finding : findings) {
      String block = Fields.number(finding, "block");
      String line = Fields.number(finding, "line");
      text.append(Fields.isTrue(finding, "stops") ? "stops: " : "look:  ");
      text.append(block.equals("0") ? "mail" : "block " + block);
      text.append(line.equals("0") ? "" : ", line " + line);
      text.append(": ").append(Fields.text(finding, "en")).append('\n');
    }
    return text.toString();
  }

  /// Each mail as plain text.
  static String written(JsonObject answer) {
    var text = new StringBuilder();
    for (JsonObject mail : Fields.objects(answer, "mails")) {
      text.append("To: ").append(Fields.text(mail, "customer"));
      text.append(Fields.isTrue(mail, "made") ? " (made up)" : "").append('\n');
      text.append("Subject: ").append(Fields.text(mail, "subject")).append("\n\n");
      text.append(Fields.text(mail, "text")).append('\n');
    }
    return text.toString();
  }
}
