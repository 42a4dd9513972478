package org.marquetry.data.intake;

import static org.marquetry.data.intake.Meaning.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.data.intake.FileGuess.ColumnGuess;
import org.marquetry.shop.api.Words;

/// Says what files and columns are: by `mapping.json`, by column names that the contents bear out,
/// else by contents alone.
final class Guesser {
  private final ContentGuesser contents;

  Guesser(Staging staging) {
    contents = new ContentGuesser(staging);
  }

  /// @param profiles by table, in the same order
  List<FileGuess> guess(
      List<RawTable> tables, List<List<ColumnProfile>> profiles, Mapping mapping) {
    List<FileGuess> guesses = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      Mapping.FileRule rule = mapping.rule(tables.get(i).name());
      guesses.add(byName(tables.get(i), profiles.get(i), rule));
    }
    return contents.complete(guesses);
  }

  private static FileGuess byName(
      RawTable table, List<ColumnProfile> profiles, Mapping.FileRule rule) {
    if (rule.ignore()) {
      return other(
          table, profiles, rule, new Words("mapping.json 略去了它", "mapping.json leaves it out"));
    }
    NamedColumns named = new NamedColumns(table, profiles, rule);
    NamedRoles.Choice choice =
        rule.role().map(NamedRoles::told).orElseGet(() -> NamedRoles.choose(named));
    if (choice.role() == Role.OTHER) {
      return new FileGuess(
          table,
          profiles,
          rule,
          Role.OTHER,
          choice.confidence(),
          List.of(),
          named.all(),
          choice.unused());
    }
    return new FileGuess(
        table,
        profiles,
        rule,
        choice.role(),
        choice.confidence(),
        choice.evidence(),
        named.assign(choice.role()),
        Optional.empty());
  }

  static FileGuess other(
      RawTable table, List<ColumnProfile> profiles, Mapping.FileRule rule, Words reason) {
    return new FileGuess(
        table,
        profiles,
        rule,
        Role.OTHER,
        0,
        List.of(),
        Collections.nCopies(profiles.size(), ColumnGuess.UNKNOWN),
        Optional.of(reason));
  }

  /// The columns of one file with what their names allow.
  static final class NamedColumns {
    final RawTable table;
    final List<ColumnProfile> profiles;
    private final Mapping.FileRule rule;
    private final List<List<Meaning>> allowed = new ArrayList<>();

    NamedColumns(RawTable table, List<ColumnProfile> profiles, Mapping.FileRule rule) {
      this.table = table;
      this.profiles = profiles;
      this.rule = rule;
      for (ColumnProfile p : profiles) {
        Optional<Meaning> said = said(p);
        allowed.add(
            said.map(List::of)
                .orElseGet(() ->
                    Names.meanings(p.name()).stream()
                        .map(m -> m == TIME && p.clock() >= 0.9 ? CLOCK : m)
                        .filter(m -> RoleColumns.fits(m, p))
                        .toList()));
      }
    }

    private Optional<Meaning> said(ColumnProfile p) {
      Meaning byName = rule.columns().get(p.name());
      return Optional.ofNullable(
          byName != null ? byName : rule.columns().get(Integer.toString(p.position() + 1)));
    }

    Optional<ColumnProfile> find(Meaning meaning) {
      for (int i = 0; i < profiles.size(); i++) {
        if (allowed.get(i).contains(meaning)) {
          return Optional.of(profiles.get(i));
        }
      }
      return Optional.empty();
    }

    boolean has(Meaning... meanings) {
      for (Meaning m : meanings) {
        if (find(m).isPresent()) {
          return true;
        }
      }
      return false;
    }

    /// Each meaning of the role takes the first column that allows it and is free.
    List<ColumnGuess> assign(Role role) {
      List<ColumnGuess> guesses = new ArrayList<>(Collections.nCopies(profiles.size(), null));
      Map<Meaning, Integer> taken = new EnumMap<>(Meaning.class);
      // A column whose first choice is the meaning comes before one that merely allows it.
      for (int rank = 0; rank < 4; rank++) {
        for (Meaning meaning : RoleColumns.of(role)) {
          for (int i = 0; i < profiles.size(); i++) {
            boolean free =
                guesses.get(i) == null
                    && (!taken.containsKey(meaning) || RoleColumns.several(meaning));
            if (free && rank(i, meaning, role) == rank) {
              taken.put(meaning, i);
              guesses.set(i, guess(profiles.get(i), meaning, rank));
            }
          }
        }
      }
      for (int i = 0; i < guesses.size(); i++) {
        if (guesses.get(i) == null) {
          guesses.set(i, rest(role, profiles.get(i), i));
        }
      }
      return guesses;
    }

    /// Place of a meaning among those that the role has columns for, later for weak names; large
    /// when it is not there.
    private int rank(int column, Meaning meaning, Role role) {
      List<Meaning> relevant =
          allowed.get(column).stream().filter(RoleColumns.of(role)::contains).toList();
      int place = relevant.indexOf(meaning);
      return place < 0
          ? Integer.MAX_VALUE
          : place + (Names.weak(profiles.get(column).name()) ? 1 : 0);
    }

    private ColumnGuess guess(ColumnProfile p, Meaning meaning, int rank) {
      if (said(p).isPresent()) {
        return new ColumnGuess(meaning, 1, "mapping.json says so");
      }
      String note =
          p.ambiguousDate()
              ? "; day and month could be swapped, \"dayFirst\" in mapping.json settles it"
              : "";
      return new ColumnGuess(meaning, 0.95 - 0.1 * rank, "the name, and the contents agree" + note);
    }

    private ColumnGuess rest(Role role, ColumnProfile p, int i) {
      if (p.empty()) {
        return new ColumnGuess(UNKNOWN, 0, "the column is empty");
      }
      if (allowed.get(i).contains(UNKNOWN)) {
        return new ColumnGuess(UNKNOWN, 1, "mapping.json leaves it out");
      }
      return RoleColumns.keepsAttributes(role)
          ? new ColumnGuess(ATTRIBUTE, 0.9, "kept as an attribute")
          : new ColumnGuess(UNKNOWN, 0, "no use for it in " + role.word());
    }

    /// For a file without a role: what the names say.
    List<ColumnGuess> all() {
      List<ColumnGuess> guesses = new ArrayList<>();
      for (int i = 0; i < profiles.size(); i++) {
        guesses.add(
            allowed.get(i).isEmpty()
                ? ColumnGuess.UNKNOWN
                : guess(profiles.get(i), allowed.get(i).getFirst(), 1));
      }
      return guesses;
    }
  }
}
