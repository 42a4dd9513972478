package org.marquetry.data.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// SQL for the columns of one file, by meaning, over its raw table.
final class FileColumns {
  private static final int USUAL = 4;

  private final FileGuess guess;
  private final Settings settings;

  FileColumns(FileGuess guess, Settings settings) {
    this.guess = guess;
    this.settings = settings;
  }

  /// The file's column as text, or NULL.
  String text(Meaning meaning) {
    return guess.column(meaning).map(ColumnProfile::sql).orElse("CAST(NULL AS VARCHAR)");
  }

  String id(Meaning meaning) {
    return guess.column(meaning).map(p -> Values.idSql(p.sql())).orElse("CAST(NULL AS VARCHAR)");
  }

  /// The identifier of a thing: its own column, or the one that is just called id.
  String key(Meaning meaning) {
    return guess.has(meaning) ? id(meaning) : id(Meaning.KEY);
  }

  String number(Meaning meaning) {
    return guess
        .column(meaning)
        .map(p -> Values.numberSql(p.sql(), p.comma()))
        .orElse("CAST(NULL AS DECIMAL(28, 6))");
  }

  /// The sum of the absolute values of all columns of a meaning, 0 when there are none.
  String sum(Meaning meaning) {
    List<String> parts =
        guess.columns(meaning).stream()
            .map(p -> "coalesce(abs(" + Values.numberSql(p.sql(), p.comma()) + "), 0)")
            .toList();
    return parts.isEmpty()
        ? "CAST(0 AS DECIMAL(28, 6))"
        : "CAST(" + String.join(" + ", parts) + " AS DECIMAL(28, 6))";
  }

  /// The text that [#time] reads.
  String timeText() {
    Optional<ColumnProfile> clock = guess.column(Meaning.CLOCK);
    String date = text(Meaning.TIME);
    return clock
        .map(p -> "(" + date + " || ' ' || coalesce(" + p.sql() + ", '00:00'))")
        .orElse(date);
  }

  /// A UTC timestamp.
  String time() {
    return guess
        .column(Meaning.TIME)
        .flatMap(ColumnProfile::date)
        .map(style -> style.sql(timeText(), settings.zone()))
        .orElse("CAST(NULL AS TIMESTAMP)");
  }

  /// A UTC timestamp of a column that is not the row's own time.
  String date(Meaning meaning) {
    return guess
        .column(meaning)
        .flatMap(p -> p.date().map(style -> style.sql(p.sql(), settings.zone())))
        .orElse("CAST(NULL AS TIMESTAMP)");
  }

  /// The currency as the file has it, or NULL.
  String currencyText() {
    return text(Meaning.CURRENCY);
  }

  /// The currencies that the sample shows: nearly every row has one of them, so they are asked
  /// first.
  private List<String> usual() {
    return guess.column(Meaning.CURRENCY).stream()
        .flatMap(p -> p.values().stream())
        .map(v -> v.toUpperCase(Locale.ROOT))
        .filter(Settings::isCode)
        .limit(USUAL)
        .toList();
  }

  /// SQL for minor units, half to even.
  ///
  /// @param amount SQL, a DECIMAL
  /// @param currency SQL, an ISO code
  String minor(String amount, String currency) {
    return Settings.minor(amount, currency, usual());
  }

  /// Bars rows whose currency is none.
  ///
  /// @param checks over a table that has `currency_text`
  void currencyCheck(Checks checks) {
    if (guess.has(Meaning.CURRENCY)) {
      String others =
          usual().stream()
              .map(code -> " AND currency_text <> '" + code + "'")
              .collect(Collectors.joining());
      checks.bar(
          "currency_text IS NOT NULL"
              + others
              + " AND NOT "
              + Settings.isCodeSql("upper(currency_text)"),
          Reason.CURRENCY_UNKNOWN,
          name(Meaning.CURRENCY),
          "currency_text");
    }
  }

  /// Bars rows with an identifier that is too long, or could not be one.
  ///
  /// @param ids columns, with the meaning that names each in the report
  void idChecks(Checks checks, Map<String, Meaning> ids) {
    List<Map.Entry<String, Meaning>> there =
        ids.entrySet().stream().filter(e -> guess.has(e.getValue())).toList();
    for (Map.Entry<String, Meaning> id : there) {
      checks.bar(
          "strlen(" + id.getKey() + ") > 64", Reason.ID_TOO_LONG, name(id.getValue()), id.getKey());
    }
    for (Map.Entry<String, Meaning> id : there) {
      checks.bar(odd(id.getKey()), Reason.ID_ODD, name(id.getValue()), id.getKey());
    }
  }

  /// SQL for an identifier that could not be one.
  String odd(String id) {
    return "starts_with("
        + id
        + ", '=')"
        + (guess.table().look().controls() ? " OR regexp_matches(" + id + ", '[[:cntrl:]]')" : "");
  }

  String currency() {
    String shop = "'" + settings.currency() + "'";
    return guess
        .column(Meaning.CURRENCY)
        .map(p -> {
          String one = p.sql();
          String known =
              usual().stream()
                  .map(code -> "WHEN " + one + " = '" + code + "' THEN '" + code + "' ")
                  .collect(Collectors.joining());
          return "CASE %1$sWHEN regexp_matches(upper(%2$s), '^[A-Z]{3}$') THEN upper(%2$s) ELSE %3$s END"
              .formatted(known, one, shop);
        })
        .orElse(shop);
  }

  /// The columns that are kept as they are, as a JSON object without empty values; NULL when it
  /// would be empty.
  String attributes(List<Meaning> more) {
    StringBuilder pairs = new StringBuilder();
    for (int i = 0; i < guess.columns().size(); i++) {
      Meaning meaning = guess.columns().get(i).meaning();
      if (meaning == Meaning.ATTRIBUTE || more.contains(meaning)) {
        ColumnProfile p = guess.profiles().get(i);
        String value = p.binary() ? "nullif(" + p.sql() + ", '0')" : p.sql();
        String name =
            guess.table().named() || meaning == Meaning.ATTRIBUTE ? p.name() : meaning.word();
        pairs.append(pairs.isEmpty() ? "" : ", ").append(quote(name)).append(", ").append(value);
      }
    }
    return pairs.isEmpty()
        ? "CAST(NULL AS VARCHAR)"
        : "nullif(CAST(json_merge_patch('{}', json_object(" + pairs + ")) AS VARCHAR), '{}')";
  }

  static String quote(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /// Bars rows without a usable time.
  ///
  /// @param checks over a table that has `time_text` and `ts`
  void timeChecks(Checks checks) {
    String column = guess.column(Meaning.TIME).map(ColumnProfile::name).orElse("");
    checks
        .bar("time_text IS NULL", Reason.TIME_MISSING, column, "''")
        .bar("ts IS NULL", Reason.TIME_UNREADABLE, column, "time_text")
        .bar(
            "ts > TIMESTAMP '" + settings.latest() + "'",
            Reason.TIME_IN_FUTURE,
            column,
            "time_text")
        .bar("ts < TIMESTAMP '1970-01-01'", Reason.TIME_BEFORE_1970, column, "time_text");
  }

  String name(Meaning meaning) {
    return guess.column(meaning).map(ColumnProfile::name).orElse("");
  }
}
