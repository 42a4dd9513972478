package org.marquetry.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonValue.JsonObject;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.StoredRecord;

class HeldDataTest {
  @Test
  void theZipHoldsEveryRecordForProgramsAndForPeople() throws IOException {
    StoredRecord name =
        new StoredRecord("warehouse", "v1.customers", Map.of("name", "<b>安娜</b> & Co"));
    Declaration declared =
        new Declaration("warehouse", List.of(), List.of(), "To tell customers apart.", "3 years.");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HeldData.write(out, List.of(name), Map.of("warehouse", declared), Locale.SIMPLIFIED_CHINESE);
    Map<String, String> files = unzipped(out.toByteArray());
    JsonObject record =
        Json.parse(files.getOrDefault("records.json", "[]"))
            .asArray()
            .values()
            .getFirst()
            .asObject();
    assertEquals("<b>安娜</b> & Co", record.get("fields").asObject().get("name").asString());
    String html = files.getOrDefault("records.html", "");
    assertTrue(html.contains("&lt;b&gt;安娜&lt;/b&gt; &amp; Co"), html);
    assertTrue(html.contains("To tell customers apart. 3 years."), html);
    assertFalse(html.contains("<b>"), "what people wrote is text");
  }

  private static Map<String, String> unzipped(byte[] zip) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        files.put(e.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
