package org.marquetry.privacy.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.marquetry.platform.api.progress.Progress;
import org.marquetry.privacy.api.Declaration;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.PersonIds.Kind;
import org.marquetry.privacy.api.StoredRecord;
import org.marquetry.privacy.spi.Erasure;
import org.marquetry.privacy.spi.PersonalData;

/// A store of one text file: a line a customer, `customer,visitor,email`. It can be made to fail,
/// once, before or after it erased.
final class FileStore implements PersonalData {
  private final String name;
  private final Path file;
  private final Layer layer;
  List<String> calls = new ArrayList<>();
  boolean failBefore;
  boolean failAfter;

  FileStore(Path home, String name, Layer layer, String... lines) throws IOException {
    this.name = name;
    this.layer = layer;
    this.file = home.resolve("data").resolve(name).resolve("people.csv");
    Files.createDirectories(file.getParent());
    if (!Files.exists(file)) {
      Files.write(file, List.of(lines));
    }
  }

  @Override
  public Declaration declaration() {
    return new Declaration(name, List.of("data/" + name), List.of("customer"), "A test.", "None.");
  }

  @Override
  public Layer layer() {
    return layer;
  }

  @Override
  public PersonIds related(PersonIds person) {
    PersonIds related = PersonIds.NONE;
    for (String[] line : lines()) {
      if (isOf(line, person)) {
        related = related.and(Kind.VISITOR, Set.of(line[1])).and(Kind.EMAIL, Set.of(line[2]));
      }
      if (person.of(Kind.CUSTOMER).isEmpty() && person.of(Kind.EMAIL).contains(line[2])) {
        related = related.and(Kind.CUSTOMER, Set.of(line[0]));
      }
    }
    return related;
  }

  @Override
  public PersonIds shared(PersonIds person) {
    PersonIds shared = PersonIds.NONE;
    for (String[] line : lines()) {
      if (!isOf(line, person)) {
        shared =
            person.of(Kind.VISITOR).contains(line[1])
                ? shared.and(Kind.VISITOR, Set.of(line[1]))
                : shared;
        shared =
            person.of(Kind.EMAIL).contains(line[2])
                ? shared.and(Kind.EMAIL, Set.of(line[2]))
                : shared;
      }
    }
    return shared;
  }

  @Override
  public List<StoredRecord> export(PersonIds person) {
    return lines().stream()
        .filter(l -> isOf(l, person))
        .map(l -> new StoredRecord(name, "line", Map.of("customer", l[0], "email", l[2])))
        .toList();
  }

  @Override
  public void everybody(Consumer<PersonIds> pages) {
    lines().forEach(l -> pages.accept(PersonIds.of(Kind.CUSTOMER, l[0])));
  }

  @Override
  public long erase(Erasure erasure, Progress progress) {
    calls.add("erase " + name);
    if (failBefore) {
      failBefore = false;
      throw new IllegalStateException(name + " cannot now");
    }
    List<String[]> before = lines();
    List<String> kept =
        before.stream()
            .filter(l -> !isOf(l, erasure.person()))
            .map(l -> String.join(",", l))
            .toList();
    try {
      Files.write(file, kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (failAfter) {
      failAfter = false;
      throw new IllegalStateException(name + " was cut off");
    }
    return (long) before.size() - kept.size();
  }

  @Override
  public void compact(Progress progress) {
    calls.add("compact " + name);
  }

  private static boolean isOf(String[] line, PersonIds person) {
    return person.of(Kind.CUSTOMER).contains(line[0]);
  }

  private List<String[]> lines() {
    try {
      return Files.readAllLines(file).stream().map(l -> l.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
