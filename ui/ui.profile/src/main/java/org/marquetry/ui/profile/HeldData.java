package org.marquetry.ui.profile;

import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.marquetry.lib.json.Json;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.Privacy;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.shop.api.Words;

/// Everything that is kept about a person as a zip: `records.json` for programs, `records.html` to
/// read, with what each store keeps it for.
final class HeldData {
  private static final Words TITLE = new Words("关于您的数据", "What is kept about you");
  private static final Words NOTHING = new Words("没有保存任何数据。", "Nothing is kept.");

  private final Privacy privacy;
  private final PersonIds person;
  private final Actor actor;
  private final Locale locale;

  HeldData(Privacy privacy, PersonIds person, Actor actor, Locale locale) {
    this.privacy = privacy;
    this.person = person;
    this.actor = actor;
    this.locale = locale;
  }

  void download(DownloadEvent event) throws IOException {
    List<StoredRecord> records = actor.call(() -> privacy.export(person));
    Map<String, Declaration> stores =
        actor.call(privacy::declarations).stream()
            .collect(Collectors.toMap(Declaration::store, d -> d, (a, _) -> a, TreeMap::new));
    event.setFileName("held-data.zip");
    event.setContentType("application/zip");
    write(event.getOutputStream(), records, stores, locale);
  }

  static void write(
      OutputStream out, List<StoredRecord> records, Map<String, Declaration> stores, Locale locale)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      entry(zip, "records.json", json(records));
      entry(zip, "records.html", html(records, stores, locale));
    }
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String json(List<StoredRecord> records) {
    return Json.write(
        records.stream()
            .map(r -> {
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("store", r.store());
              one.put("kind", r.kind());
              one.put("fields", r.fields());
              return one;
            })
            .toList());
  }

  private static String html(
      List<StoredRecord> records, Map<String, Declaration> stores, Locale locale) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
            .append(locale.getLanguage())
            .append("\"><meta charset=\"utf-8\"><title>")
            .append(TITLE.in(locale))
            .append(
                "</title><style>body{font:15px/1.5 sans-serif;margin:2rem auto;max-width:60rem}")
            .append("dt{color:#555}dd{margin:0 0 .3rem 1rem;overflow-wrap:anywhere}</style><h1>")
            .append(TITLE.in(locale))
            .append("</h1>");
    if (records.isEmpty()) {
      html.append("<p>").append(NOTHING.in(locale)).append("</p>");
    }
    Map<String, List<StoredRecord>> byStore =
        records.stream()
            .collect(Collectors.groupingBy(StoredRecord::store, TreeMap::new, Collectors.toList()));
    byStore.forEach((store, some) -> {
      html.append("<h2>").append(escaped(store)).append("</h2>");
      Declaration declared = stores.get(store);
      if (declared != null) {
        html.append("<p>")
            .append(escaped(declared.purpose()))
            .append(' ')
            .append(escaped(declared.retention()))
            .append("</p>");
      }
      some.forEach(r -> record(r, html));
    });
    return html.append("</html>\n").toString();
  }

  private static void record(StoredRecord record, StringBuilder html) {
    html.append("<h3>").append(escaped(record.kind())).append("</h3><dl>");
    record
        .fields()
        .forEach((name, value) ->
            html.append("<dt>")
                .append(escaped(name))
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd>"));
    html.append("</dl>");
  }

  /// As text, never as markup.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
