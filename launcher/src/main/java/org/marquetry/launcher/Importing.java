package org.marquetry.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.lib.json.JsonValue;
import org.marquetry.lib.json.JsonValue.JsonObject;

/// The command `import`: files into the running suite.
final class Importing {
  static final String USAGE =
      """
      Usage: launcher/marquetry import FILE [--role R] [--mapping F] [--dry-run] [--home DIR] [--json]
             launcher/marquetry import --list | --show ID | --errors ID | --undo ID [--dry-run] | --discard ID

      Import one file (CSV, JSON, JSON lines, Parquet or XLSX, each also .gz) into the running suite.

        --role R      what the file is, when the guess is wrong: orders, products, customers, events, reviews, ...
        --mapping F   a JSON file: {"role": "orders", "delimiter": ";", "encoding": "GB18030", "header": true,
                      "dayFirst": true, "currency": "EUR", "timeZone": "Europe/Berlin", "columns": {"Nr": "order", "3": "amount"}}
        --dry-run     count only: nothing is loaded, or taken back
        --errors ID   print the rows that were not loaded, as CSV with reasons, to put right and import again
        --undo ID     take an import back
        --discard ID  delete the file and the quarantine of an import
        --home DIR    the home of the running suite (default $MARQUETRY_HOME, else ~/.marquetry)
        --json        print the answer as JSON
      """;

  private static final long TOLD_FROM = 8 << 20; // bytes; a smaller file is there at once
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final Set<String> RUNNING = Set.of("CHECKING", "LOADING", "UNDOING");

  private final PrintStream out;
  private final PrintStream err;
  private final Door door;
  private final ImportWords words;

  Importing(PrintStream out, PrintStream err, Door door, ImportWords words) {
    this.out = out;
    this.err = err;
    this.door = door;
    this.words = words;
  }

  /// Do what the words say and return the exit code.
  int run() throws IOException {
    String id = Door.segment(words.id());
    switch (words.what()) {
      case LIST -> print(door.get("/imports"), Importing::list);
      case SHOW -> print(door.get("/imports/" + id), Importing::status);
      case DISCARD -> door.send("DELETE", "/imports/" + id, "");
      case ERRORS -> errors(id);
      case UNDO -> {
        return undo(id);
      }
      case FILE -> {
        return file();
      }
    }
    return 0;
  }

  private void errors(String id) throws IOException {
    long offset = 0;
    for (byte[] part = part(id, offset); part.length > 0; part = part(id, offset)) {
      out.write(part);
      offset += part.length;
    }
    out.flush();
  }

  private byte[] part(String id, long offset) {
    return door.bytes("/imports/" + id + "/errors?offset=" + offset);
  }

  private int undo(String id) {
    JsonObject preview = door.get("/imports/" + id + "/undo");
    if (words.dryRun()) {
      print(preview, Importing::preview);
      return 0;
    }
    if (!words.json()) {
      err.print(preview(preview));
    }
    door.send("POST", "/imports/" + id + "/undo", "");
    return end(await(id));
  }

  private int file() throws IOException {
    Path file = Path.of(words.file()).toAbsolutePath().normalize();
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw Problem.usage("cannot read the file " + file);
    }
    String mapping = mapping();
    String id = store(file);
    door.send("POST", "/imports/" + id + (words.dryRun() ? "/check" : "/start"), mapping);
    return end(await(id));
  }

  private String mapping() throws IOException {
    Map<String, Object> mapping = new LinkedHashMap<>();
    if (words.mapping().isPresent()) {
      Path file = words.mapping().get();
      try {
        mapping.putAll(Plain.members(Json.parse(Files.readString(file)).asObject()));
      } catch (JsonException e) {
        throw Problem.usage(file + " is no JSON object: " + e.getMessage());
      }
    }
    words.role().ifPresent(role -> mapping.put("role", role));
    return Json.write(mapping);
  }

  private String store(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    JsonObject begun = door.send("POST", "/imports", Json.write(Map.of("name", name)));
    String id = text(begun, "id");
    long size = Files.size(file);
    Parts.send(
        door,
        "/imports/" + id,
        file,
        stored -> {
          if (size > TOLD_FROM) err.println("stored " + 100 * stored / size + " %");
        });
    return id;
  }

  /// Wait until no job works on it; say what it does.
  private JsonObject await(String id) {
    String said = "";
    while (true) {
      JsonObject status = door.get("/imports/" + id);
      if (!RUNNING.contains(text(status, "state"))) {
        return status;
      }
      String step = Fields.english(status, "step");
      if (!step.isEmpty() && !step.equals(said) && !words.json()) {
        err.println(step);
        said = step;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private int end(JsonObject status) {
    print(status, Importing::status);
    return text(status, "state").equals("FAILED") ? Problem.FAILURE : 0;
  }

  private void print(JsonObject answer, java.util.function.Function<JsonObject, String> text) {
    out.print(words.json() ? Json.write(Plain.members(answer)) : text.apply(answer));
  }

  private static String list(JsonObject answer) {
    StringBuilder text = new StringBuilder();
    for (JsonObject status : Fields.objects(answer, "imports")) {
      text.append(text(status, "id")).append("  ").append(text(status, "at"), 0, 16).append("  ");
      text.append(text(status, "state").toLowerCase(java.util.Locale.ROOT)).append("  ");
      text.append(text(status, "name")).append("  ").append(counts(status)).append('\n');
    }
    return text.isEmpty() ? "no imports yet\n" : text.toString();
  }

  private static String status(JsonObject status) {
    StringBuilder text = new StringBuilder();
    String id = text(status, "id");
    text.append("import ").append(id).append(": ").append(text(status, "name")).append(", ");
    text.append(text(status, "state").toLowerCase(java.util.Locale.ROOT)).append('\n');
    text.append("  ").append(counts(status)).append('\n');
    for (JsonObject finding : Fields.objects(status, "findings")) {
      text.append("  ").append(number(finding, "rows")).append(" rows: ");
      text.append(text(finding, "meaning"));
      String column = text(finding, "column");
      text.append(column.isEmpty() ? "" : " (" + column + ")").append('\n');
    }
    if (status.members().get("problem") instanceof JsonObject problem) {
      text.append("  ").append(text(problem, "where")).append(": ");
      text.append(Fields.english(problem, "what"));
      text.append("; ").append(Fields.english(problem, "remedy")).append('\n');
    }
    if (number(status.get("counts").asObject(), "bad") > 0) {
      text.append("  rows to put right: launcher/marquetry import --errors ").append(id);
      text.append(" > errors.csv\n");
    }
    return text.toString();
  }

  private static String preview(JsonObject preview) {
    StringBuilder text = new StringBuilder();
    text.append(number(preview, "removed")).append(" removed, ");
    text.append(number(preview, "restored")).append(" get their former values, ");
    text.append(number(preview, "kept")).append(" changed again since and kept\n");
    for (JsonObject use : Fields.objects(preview, "uses")) {
      text.append("  used by now: ").append(number(use, "count")).append(' ');
      text.append(
          switch (text(use, "kind")) {
            case "import" -> "of them changed by import " + text(use, "id");
            case "decisions" -> "decisions about its customers";
            case "sends" -> "sends to its customers";
            default -> text(use, "kind");
          });
      text.append('\n');
    }
    return text.toString();
  }

  private static String counts(JsonObject status) {
    JsonObject counts = status.get("counts").asObject();
    return List.of("added", "changed", "skipped", "bad").stream()
        .map(name -> number(counts, name) + " " + name)
        .collect(java.util.stream.Collectors.joining(", "));
  }

  private static String text(JsonObject in, String name) {
    return in.members().get(name) instanceof JsonValue.JsonString string ? string.value() : "";
  }

  private static long number(JsonObject in, String name) {
    return in.members().get(name) instanceof JsonValue.JsonNumber number
        ? new BigDecimal(number.value().toString()).longValue()
        : 0;
  }
}
