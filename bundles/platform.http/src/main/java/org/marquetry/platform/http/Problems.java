package org.marquetry.platform.http;

import org.marquetry.platform.api.gate.PermissionDenied;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.platform.api.gate.TimeLimitExceeded;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.journal.JournalException;
import org.marquetry.platform.api.journal.JournalFullException;
import org.marquetry.shop.api.VersionConflict;
import org.marquetry.sql.api.SqlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in a problem what an exception means to the caller.
final class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static Problem of(Exception e, String operation) {
    return switch (e) {
      case ProblemException p -> p.problem();
      case PermissionDenied d -> forbidden(d.permission());
      case ProviderMissing _ ->
          new Problem(
              503,
              "A part is missing",
              operation + " needs a bundle that is not running now.",
              "Try again in 2 s; if it stays so, look at System > Bundles.");
      case TimeLimitExceeded _ ->
          new Problem(503, "It took too long", operation + " was stopped.", "Try again later.");
      case JournalFullException full ->
          new Problem(
              507,
              "The disk is full",
              String.valueOf(full.getMessage()),
              "Free space, send again.");
      case JournalException failed ->
          new Problem(
              503,
              "The journal failed",
              String.valueOf(failed.getMessage()),
              "Nothing was stored; send it again later.");
      case SqlException failed -> {
        log.error("{} failed in the operational store", operation, failed);
        yield new Problem(
            503,
            "The operational store failed",
            String.valueOf(failed.getMessage()),
            "Nothing was stored; try again later.");
      }
      case VersionConflict conflict ->
          new Problem(
              409,
              "Somebody else changed it",
              "It has version %d now; nothing was stored.".formatted(conflict.version()),
              "Read it again, compare, and send the version that is new.");
      case IllegalArgumentException wrong ->
          new Problem(
              422, "The content is not valid", String.valueOf(wrong.getMessage()), "Correct it.");
      default -> unexpected(e, operation);
    };
  }

  static Problem forbidden(String permission) {
    return new Problem(
        403,
        "Not allowed",
        "The key lacks the permission " + permission + ".",
        "Ask an administrator for a key with a role that has it.");
  }

  static Problem tooMany(int most) {
    return new Problem(
        413,
        "Too many at once",
        "The array has more than " + most + " elements; nothing was stored.",
        "Send at most " + most + " in one request.");
  }

  static Problem tooLarge(int mostBytes) {
    return new Problem(
        413,
        "The body is too large",
        "The body has more than " + (mostBytes >> 20) + " MB; nothing was stored.",
        "Send it in parts of at most " + (mostBytes >> 20) + " MB.");
  }

  private static Problem unexpected(Exception e, String operation) {
    log.error("{} failed", operation, e);
    return new Problem(
        500,
        "It failed inside",
        operation + " failed; the log says why.",
        "Try again; if it stays so, show the log to whoever runs the suite.");
  }
}
