package org.marquetry.ui.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page for partners: its files are written as it shows them, its commands are what it tells.
record Guide(String text) {
  private static final Pattern FILE =
      Pattern.compile(
          "^`([^`\\n]+)`[^\\n]*\\n```\\w+\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern COMMAND = Pattern.compile("^ {4}(\\S.*)$", Pattern.MULTILINE);

  static Guide read(Path page) throws IOException {
    return new Guide(Files.readString(page));
  }

  /// Write every file of the page below a folder.
  void writeFiles(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    Matcher m = FILE.matcher(text);
    while (m.find()) files.put(m.group(1), m.group(2));
    return files;
  }

  /// The words of the one command that begins so.
  String[] command(String begin) {
    Matcher m = COMMAND.matcher(text.replaceAll("(?s)```.*?```", ""));
    while (m.find()) {
      if (m.group(1).startsWith(begin)) return m.group(1).split(" ", -1);
    }
    throw new AssertionError("the page has no command " + begin);
  }
}
