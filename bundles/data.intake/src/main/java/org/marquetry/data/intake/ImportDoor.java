package org.marquetry.data.intake;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.Imports;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;

/// What the operations of imports have in common.
final class ImportDoor {
  private ImportDoor() {}

  /// @param name of the file
  record Named(String name) {}

  /// @param bytes stored by now: the next part begins there
  record Stored(long bytes) {}

  /// @param imports newest first
  record All(List<ImportStatus> imports) {}

  /// A mapping; what is left out is guessed.
  ///
  /// @param columns meaning by name, or by position counted from 1
  /// @param currency ISO code
  /// @param timeZone IANA name
  record MappingBody(
      Optional<String> role,
      Optional<String> encoding,
      Optional<String> delimiter,
      Optional<Boolean> header,
      Optional<Boolean> dayFirst,
      Optional<String> eventType,
      Optional<String> currency,
      Optional<String> timeZone,
      Map<String, String> columns) {
    ImportMapping mapping() {
      try {
        ImportMapping.Builder builder =
            ImportMapping.builder()
                .role(role.orElse(null))
                .encoding(encoding.orElse(null))
                .delimiter(delimiter.orElse(null))
                .header(header.orElse(null))
                .dayFirst(dayFirst.orElse(null))
                .eventType(eventType.orElse(null))
                .currency(currency.map(Currency::getInstance).orElse(null))
                .timeZone(timeZone.map(ZoneId::of).orElse(null));
        columns.forEach(builder::column);
        return builder.build();
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("there is no time zone " + timeZone.orElse(""), e);
      }
    }
  }

  static ImportStatus status(Imports imports, String id) {
    return imports
        .status(id)
        .orElseThrow(() -> new NoSuchElementException("there is no import " + id));
  }

  static long number(Request request, String name, long otherwise) {
    String text = request.query(name).orElse(Long.toString(otherwise));
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a number, got " + text, e);
    }
  }

  /// A handler that does something with imports, and answers with what comes out.
  static Function<Request, Answer> on(Function<Request, ? extends Record> work) {
    return request -> Answer.ok(tell(() -> work.apply(request)));
  }

  /// A handler that reads.
  static Function<Request, Record> told(Function<Request, ? extends Record> work) {
    return request -> tell(() -> work.apply(request));
  }

  static Record tell(Supplier<? extends Record> work) {
    try {
      return work.get();
    } catch (NoSuchElementException e) {
      throw problem(404, "Not found", e, "Look at GET /imports.");
    } catch (IllegalStateException e) {
      throw problem(409, "Not now", e, "Look at the state of the import, and try again then.");
    }
  }

  private static ProblemException problem(int status, String title, Exception e, String action) {
    return new ProblemException(new Problem(status, title, e.getMessage() + ".", action));
  }
}
