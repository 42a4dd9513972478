package org.marquetry.privacy.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;

/// Searches the bytes and the names of files for identifiers.
///
/// Only what cannot stand there by chance is searched for: 6 characters at least with one that is
/// no digit, or 9 digits. A hit counts where it stands as a whole, as in "anna@example.org." but
/// not in "joanna@example.org". What is shorter, or packed by a store, is that store's to find: its
/// export must be empty.
final class FolderSearch {
  private static final int SHORTEST = 6;
  private static final int SHORTEST_NUMBER = 9;
  private static final int BLOCK = 1 << 20;

  private final List<byte[]> wanted;

  private FolderSearch(Collection<String> texts) {
    wanted = texts.stream().map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
  }

  static FolderSearch forPerson(PersonIds person) {
    TreeSet<String> texts = new TreeSet<>();
    for (Kind kind : Kind.values()) {
      person.of(kind).stream().filter(FolderSearch::isUnmistakable).forEach(texts::add);
    }
    return new FolderSearch(texts);
  }

  private static boolean isUnmistakable(String text) {
    boolean number = text.codePoints().allMatch(Character::isDigit);
    return text.length() >= (number ? SHORTEST_NUMBER : SHORTEST);
  }

  /// The files below some places in which something stands, relative to the home; in place of a
  /// name that itself is a hit stands its folder.
  List<String> find(Path home, List<Path> places) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path place : places) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(place)) {
        files = walk.sorted().toList();
      }
      for (Path file : files) {
        byte[] name = String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8);
        if (holdsAny(name, name.length)) {
          found.add("a name in " + shown(home, file.resolveSibling("")));
        } else if (Files.isRegularFile(file) && holds(file)) {
          found.add(shown(home, file));
        }
      }
    }
    return found;
  }

  private static String shown(Path home, Path file) {
    Path absolute = file.toAbsolutePath();
    Path root = home.toAbsolutePath();
    return (absolute.startsWith(root) ? root.relativize(absolute) : absolute).toString();
  }

  private boolean holds(Path file) throws IOException {
    int overlap = wanted.stream().mapToInt(w -> w.length).max().orElse(0) + 3;
    byte[] block = new byte[BLOCK + overlap];
    try (InputStream in = Files.newInputStream(file)) {
      int size = 0;
      while (true) {
        int read = in.readNBytes(block, size, block.length - size);
        size += read;
        if (holdsAny(block, size)) {
          return true;
        }
        if (size < block.length) {
          return false;
        }
        System.arraycopy(block, size - overlap, block, 0, overlap);
        size = overlap;
      }
    } catch (NoSuchFileException gone) {
      return false; // the store tidied up
    }
  }

  private boolean holdsAny(byte[] bytes, int size) {
    return wanted.stream().anyMatch(w -> holds(bytes, size, w));
  }

  private static boolean holds(byte[] bytes, int size, byte[] text) {
    for (int at = 0; at <= size - text.length; at++) {
      if (bytes[at] == text[0] && matches(bytes, at, text) && isWhole(bytes, size, at, text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] bytes, int at, byte[] text) {
    for (int i = 1; i < text.length; i++) {
      if (bytes[at + i] != text[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWhole(byte[] bytes, int size, int at, byte[] text) {
    int end = at + text.length;
    boolean begins = at == 0 || !(isWord(bytes[at - 1]) || bytes[at - 1] == '.');
    boolean goesOn =
        end < size
            && (isWord(bytes[end])
                || (bytes[end] == '.' && end + 1 < size && isAlphanumeric(bytes[end + 1])));
    return begins && !goesOn;
  }

  private static boolean isWord(byte b) {
    return isAlphanumeric(b) || b == '_' || b == '+' || b == '-';
  }

  private static boolean isAlphanumeric(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }
}
