package org.marquetry.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The operators' configuration table says what the bundles' configuration types say.
///
/// `mvn -Pverify -pl cnf/arch test -Dupdate=true` (after a full build) writes the page anew.
class ConfigurationTableTest {
  private static final String HEAD =
      """
      # Configuration

      Made from the bundles' configuration types; `cnf/verify` fails when this page is not what they say.

      A component's values stand in a file of `HOME/etc/`: `{"COMPONENT": {"KEY": value}}`, COMPONENT without
      `org.marquetry.`. An environment variable `MARQUETRY_COMPONENT_KEY` overrules the files, `--set COMPONENT.KEY=VALUE`
      overrules both. An unknown key is an error that names the closest known one. More in `launcher/README.md`.

      This is the operator's half: of the suite's own components, read at start, never written by the suite. The other half are the *settings* of
      installed extensions, which administrators change while the suite runs, on the page *System / Settings of extensions* or with
      `launcher/marquetry settings`: kept in the operational store with their history, audited, in force at once and again at each start. Neither names
      what the other does. Secrets among them are sealed with the key in `HOME/settings.key` (keep a copy of it beside your backups of `data/`, not in them), or
      stand elsewhere as `env:NAME` or `file:PATH`; they are never shown. [ADR 23](../adr/0023-settings-of-extensions.md).
      """;

  @Test
  void pageSaysWhatTheCodeSays() throws IOException {
    Path top = House.here().top();
    JsonNode keys =
        JsonMapper.shared()
            .readTree(
                Files.readString(top.resolve("feature-repo/target/repository/configuration.json")));
    Path page = top.resolve("docs/operators/configuration.md");
    String generated = page(keys);
    if (Boolean.getBoolean("update")) {
      Files.writeString(page, generated);
    }
    assertEquals(generated, Files.readString(page));
  }

  private static String page(JsonNode components) {
    StringBuilder out = new StringBuilder(HEAD);
    components
        .propertyStream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(c -> component(c.getKey(), c.getValue(), out));
    return out.toString();
  }

  private static void component(String pid, JsonNode component, StringBuilder out) {
    out.append("\n## ")
        .append(component.get("title").asString())
        .append("\n\n`")
        .append(pid)
        .append("`: ");
    out.append(component.get("description").asString())
        .append(".\n\n| key | type | default | meaning |\n|---|---|---|---|\n");
    component
        .get("keys")
        .propertyStream()
        .forEach(k -> {
          JsonNode v = k.getValue();
          String range =
              v.has("min") || v.has("max")
                  ? ", " + text(v, "min", "") + " to " + text(v, "max", "")
                  : "";
          out.append("| `")
              .append(k.getKey())
              .append("` | ")
              .append(text(v, "type", ""))
              .append(range);
          out.append(" | ")
              .append(text(v, "default", "–"))
              .append(" | ")
              .append(text(v, "name", ""));
          out.append(": ").append(text(v, "description", "")).append(" |\n");
        });
  }

  private static String text(JsonNode node, String field, String otherwise) {
    String value = node.has(field) ? node.get(field).asString() : "";
    return value.isBlank() ? otherwise : value.replace("|", "\\|");
  }
}
