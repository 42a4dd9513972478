package org.marquetry.channel.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mail in the folder: whom it is to, by its own headers.
///
/// @param customer the customer id in the signed link
/// @param to the address
record StoredMail(Path file, Optional<String> customer, Optional<String> to) {
  private static final Pattern TOKEN = Pattern.compile("[?&]t=([A-Za-z0-9_-]+)\\.");
  private static final int MOST_LINES = 200;

  static boolean isMail(Path file) {
    String name = file.toString();
    return name.endsWith(".eml") || name.endsWith(".eml.part");
  }

  static StoredMail read(Path file) throws IOException {
    String headers = headers(file);
    return new StoredMail(
        file,
        header(headers, "List-Unsubscribe").flatMap(StoredMail::customerOf),
        header(headers, "To").map(t -> t.replaceAll(".*<|>.*", "").strip()));
  }

  /// Up to the first empty line; lines that were folded are one again.
  private static String headers(Path file) throws IOException {
    StringBuilder headers = new StringBuilder();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      String line = in.readLine();
      for (int i = 0; i < MOST_LINES && line != null && !line.isEmpty(); i++) {
        boolean folded = line.startsWith(" ") || line.startsWith("\t");
        headers.append(folded ? "" : "\n").append(folded ? line.strip() : line);
        line = in.readLine();
      }
    }
    return headers.append('\n').toString();
  }

  private static Optional<String> header(String headers, String name) {
    Matcher m = Pattern.compile("(?i)\n" + Pattern.quote(name) + ":([^\n]*)\n").matcher(headers);
    return m.find() ? Optional.of(m.group(1).strip()) : Optional.empty();
  }

  private static Optional<String> customerOf(String link) {
    Matcher m = TOKEN.matcher(link);
    if (!m.find()) {
      return Optional.empty();
    }
    try {
      String who = new String(Base64.getUrlDecoder().decode(m.group(1)), StandardCharsets.UTF_8);
      int end = who.indexOf('\n');
      return end < 1 ? Optional.empty() : Optional.of(who.substring(0, end));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
