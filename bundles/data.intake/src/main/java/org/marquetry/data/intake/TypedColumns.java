package org.marquetry.data.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The columns of a typed table: how each comes from the cells of a file. What a file does not have
/// takes no room in the table and stands in its view.
final class TypedColumns {
  private final Map<String, String> typed = new LinkedHashMap<>();
  private final Map<String, String> columns = new LinkedHashMap<>();
  private final Map<String, String> absent = new LinkedHashMap<>();

  /// A column that is as it was typed.
  ///
  /// @param sql over the cells; a constant when it is not there
  TypedColumns add(String name, String sql, boolean there) {
    typed.put(name, sql);
    (there ? columns : absent).put(name, there ? name : sql);
    return this;
  }

  /// Something that checks and other columns need, and nobody after them.
  TypedColumns need(String name, String sql) {
    typed.put(name, sql);
    return this;
  }

  /// A column that is made of typed ones.
  ///
  /// @param sql over the typed columns
  /// @param otherwise a constant of the same type
  TypedColumns made(String name, String sql, boolean there, String otherwise) {
    (there ? columns : absent).put(name, there ? sql : otherwise);
    return this;
  }

  /// Cells that are kept as they are.
  TypedColumns keep(List<ColumnProfile> cells) {
    for (ColumnProfile p : cells) {
      add(p.sql(), p.sql(), true);
    }
    return this;
  }

  String typed() {
    return list(typed);
  }

  String columns() {
    return list(columns);
  }

  /// What the view adds.
  List<String> absent() {
    List<String> all = new ArrayList<>();
    absent.forEach((name, sql) -> all.add(sql + " AS " + name));
    return all;
  }

  private static String list(Map<String, String> columns) {
    return columns.entrySet().stream()
        .map(c -> c.getValue().equals(c.getKey()) ? c.getKey() : c.getValue() + " AS " + c.getKey())
        .collect(Collectors.joining(", "));
  }
}
