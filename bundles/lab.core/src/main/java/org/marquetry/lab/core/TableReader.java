package org.marquetry.lab.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.marquetry.lab.spi.Column;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.Table;

/// Read a file as a table with the user's names for its columns.
///
/// @param names from `--columns`, by position; empty = those of the header line
/// @param header `yes`, `no` or `guess`
/// @param adjacency whether lines are `user item item ...`
record TableReader(List<String> names, String header, boolean adjacency) {
  static final String SKIP = "-";

  static TableReader from(Arguments arguments) {
    List<String> names =
        arguments.text("columns").map(c -> List.of(c.strip().split("\\s*,\\s*"))).orElse(List.of());
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!name.equals(SKIP) && !seen.add(name)) {
        throw new LabInputException("--columns names '" + name + "' twice");
      }
    }
    return new TableReader(
        names,
        choice(arguments, "header", List.of("guess", "yes", "no")),
        choice(arguments, "format", List.of("table", "adjacency")).equals("adjacency"));
  }

  private static String choice(Arguments arguments, String option, List<String> known) {
    String value = arguments.text(option).orElse(known.getFirst());
    if (!known.contains(value)) {
      throw new LabInputException(
          "--" + option + " must be one of " + String.join(", ", known) + ", got '" + value + "'");
    }
    return value;
  }

  Table read(Path file) {
    String source = String.valueOf(file.getFileName());
    return TextFile.read(
        file, reader -> adjacency ? adjacency(source, reader) : table(source, reader));
  }

  private Table table(String source, BufferedReader reader) throws IOException {
    CellReader cells = new CellReader(source, reader, separator(reader));
    List<String> first =
        cells.next().orElseThrow(() -> new LabInputException(source + " holds no rows"));
    Optional<List<String>> second = cells.next();
    boolean named =
        header.equals("yes")
            || (header.equals("guess")
                && second.isPresent()
                && Header.isLikely(first, second.get()));
    List<String> use = names.isEmpty() ? (named ? first : numbered(first.size())) : names;
    if (use.size() > first.size()) {
      throw new LabInputException(
          source + " has " + first.size() + " columns; --columns names " + use.size());
    }
    List<ColumnBuilder> columns =
        IntStream.range(0, use.size()).mapToObj(i -> new ColumnBuilder()).toList();
    if (!named) {
      add(source, 1, first, use, first.size(), columns);
    }
    for (Optional<List<String>> row = second; row.isPresent(); row = cells.next()) {
      add(source, cells.line(), row.get(), use, first.size(), columns);
    }
    return build(source, use, columns);
  }

  private static void add(
      String source,
      long line,
      List<String> row,
      List<String> names,
      int expected,
      List<ColumnBuilder> columns) {
    boolean longer =
        row.size() > expected
            && !row.subList(expected, row.size()).stream().allMatch(String::isEmpty);
    if (row.size() < names.size() || longer) {
      throw new LabInputException(
          source + ", line " + line + ": " + row.size() + " columns, expected " + expected);
    }
    for (int c = 0; c < columns.size(); c++) {
      if (!names.get(c).equals(SKIP)) {
        columns.get(c).add(row.get(c));
      }
    }
  }

  private static Table build(String source, List<String> names, List<ColumnBuilder> builders) {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      if (!names.get(c).equals(SKIP)) {
        columns.add(builders.get(c).build(source, names.get(c)));
      }
    }
    Table table = new Table(source, columns);
    if (table.rows() == 0) {
      throw new LabInputException(source + " holds no rows below its header");
    }
    return table;
  }

  private Table adjacency(String source, BufferedReader reader) throws IOException {
    CellReader cells = new CellReader(source, reader, ' ');
    ColumnBuilder user = new ColumnBuilder();
    ColumnBuilder item = new ColumnBuilder();
    for (Optional<List<String>> row = cells.next(); row.isPresent(); row = cells.next()) {
      for (String text : row.get().subList(1, row.get().size())) {
        user.add(row.get().getFirst());
        item.add(text);
      }
    }
    return build(source, List.of("user", "item"), List.of(user, item));
  }

  private static char separator(BufferedReader reader) throws IOException {
    reader.mark(CellReader.LONGEST_CELL * 2);
    for (int k = 0; k < 100; k++) {
      String line = reader.readLine();
      if (line == null) {
        break;
      }
      if (!line.isBlank()) {
        reader.reset();
        return CellReader.separatorOf(line);
      }
    }
    reader.reset();
    return ',';
  }

  private static List<String> numbered(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(c -> "column" + c).toList();
  }
}
