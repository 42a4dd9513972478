package org.marquetry.channel.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How handing a mail over ended.
///
/// @param stage how far it came; [Stage#DOT] = all of it was sent
/// @param code the server's answer; 0 = none came
/// @param detail in words
record Handover(Stage stage, int code, String detail) {
  private static final Pattern STATUS = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

  /// The part of the protocol that was answered last, or waited for.
  enum Stage {
    CONNECT,
    SENDER,
    RECIPIENT,
    DATA,
    DOT
  }

  static Handover taken() {
    return new Handover(Stage.DOT, 250, "");
  }

  /// @param said the server's words, of which only the status (RFC 3463) is kept: servers name the
  ///   address
  static Handover refused(Stage stage, int code, String said) {
    Matcher status = STATUS.matcher(said);
    return new Handover(stage, code, status.find() ? "status " + status.group() : "");
  }

  /// Nothing was sent.
  static Handover none(String why) {
    return new Handover(Stage.CONNECT, 0, why);
  }

  static Handover cut(Stage stage, Exception why) {
    return new Handover(stage, 0, words(why));
  }

  /// What went wrong with a connection.
  static String words(Exception why) {
    Throwable root = why.getCause() == null ? why : why.getCause();
    return root.getClass().getSimpleName() + ": " + root.getMessage();
  }

  boolean isTaken() {
    return code / 100 == 2;
  }

  /// Nobody can say whether the server has it.
  boolean isUnknown() {
    return stage == Stage.DOT && code == 0;
  }

  /// The server will not have this message for this person.
  boolean isFinal() {
    return code / 100 == 5
        && stage.compareTo(Stage.SENDER) > 0
        && code != 530 // log-in needed
        && code != 535; // log-in failed
  }

  /// Nothing was sent, and a fresh connection may do better: the server had closed this one.
  boolean isStale() {
    return stage == Stage.SENDER && (code == 0 || code == 421);
  }
}
