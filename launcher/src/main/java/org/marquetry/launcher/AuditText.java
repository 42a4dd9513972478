package org.marquetry.launcher;

import org.marquetry.lib.json.JsonValue.JsonObject;

/// What checking the audit found, in words.
final class AuditText {
  private AuditText() {}

  static String verified(JsonObject found) {
    return Fields.number(found, "entries")
        + " entries, all as they were noted; the last has the hash\n"
        + Fields.text(found, "head")
        + "\nKeep this elsewhere: as long as it comes again, none of them was changed.\n";
  }

  static String broken(JsonObject found) {
    String at = Fields.number(found, "brokenAt");
    return (at.equals("0")
            ? "the audit is cut off: entries are missing at the end"
            : "the audit is broken at entry "
                + at
                + ": it was changed, or one before it was taken out")
        + "; the first "
        + Fields.number(found, "entries")
        + " entries are as they were noted. Compare with a backup from before";
  }
}
