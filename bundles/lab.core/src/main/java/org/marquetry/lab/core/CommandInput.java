package org.marquetry.lab.core;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.marquetry.lab.spi.LabInput;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.lab.spi.Table;
import org.marquetry.lab.spi.TrainTest;

/// What the user wrote on the command line.
final class CommandInput implements LabInput {
  private final Arguments arguments;
  private final Path folder;
  private final TableReader reader;

  CommandInput(Arguments arguments, Path folder) {
    this.arguments = arguments;
    this.folder = folder;
    reader = TableReader.from(arguments);
  }

  @Override
  public Optional<String> text(String option) {
    return arguments.text(option);
  }

  @Override
  public String required(String option) {
    return text(option)
        .orElseThrow(
            () -> new LabInputException("--" + option + " is missing; this task needs it"));
  }

  @Override
  public boolean flag(String option) {
    return text(option).isPresent();
  }

  @Override
  public int integer(String option, int fallback, int min, int max) {
    double value = number(option, fallback, min, max);
    if (value != Math.rint(value)) {
      throw new LabInputException("--" + option + " must be a whole number, got " + value);
    }
    return (int) value;
  }

  @Override
  public double number(String option, double fallback, double min, double max) {
    String text = text(option).orElse(null);
    if (text == null) {
      return fallback;
    }
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new LabInputException("--" + option + " must be a number, got '" + text + "'", e);
    }
    if (!(min <= value && value <= max)) {
      throw new LabInputException(
          "--" + option + " must be in [" + min + ", " + max + "], got " + text);
    }
    return value;
  }

  @Override
  public LocalDate date(String option) {
    String text = required(option);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new LabInputException(
          "--" + option + " must be a day like 1997-09-30, got '" + text + "'", e);
    }
  }

  @Override
  public long seed() {
    String text = text("seed").orElse("1");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new LabInputException("--seed must be a whole number, got '" + text + "'", e);
    }
  }

  @Override
  public Table table(String option) {
    String file = required(option);
    try {
      return reader.read(folder.resolve(file));
    } catch (InvalidPathException e) {
      throw new LabInputException("--" + option + ": '" + file + "' is no file name", e);
    }
  }

  @Override
  public List<TrainTest> splits() {
    return files()
        .or(this::atTime)
        .orElseGet(() -> Splits.random(table("data"), share(), folds(), seed()));
  }

  @Override
  public List<TrainTest> splitsWithin(String column) {
    Optional<List<TrainTest>> fixed = files().or(this::atTime);
    if (fixed.isPresent()) {
      return fixed.get();
    }
    if (flag("leave-last")) {
      onlyOne("leave-last", "split", "folds", "split-random");
      return Splits.leaveLast(table("data"), column);
    }
    return flag("split-random")
        ? Splits.random(table("data"), share(), folds(), seed())
        : Splits.within(table("data"), column, share(), folds(), seed());
  }

  private Optional<List<TrainTest>> files() {
    if (flag("train") != flag("test")) {
      throw new LabInputException("--train and --test go together; or give one file as --data");
    }
    if (flag("train")) {
      onlyOne("train", "data", "split", "folds", "leave-last", "split-random", "split-time");
      return Optional.of(List.of(new TrainTest(table("train"), table("test"))));
    }
    if (!flag("data")) {
      throw new LabInputException("no rows: give --data FILE, or --train FILE --test FILE");
    }
    return Optional.empty();
  }

  private Optional<List<TrainTest>> atTime() {
    text("split-time")
        .ifPresent(_ -> onlyOne("split-time", "split", "folds", "leave-last", "split-random"));
    return text("split-time").map(point -> Splits.at(table("data"), point));
  }

  private void onlyOne(String option, String... others) {
    for (String other : others) {
      if (flag(other)) {
        throw new LabInputException("--" + option + " and --" + other + " exclude each other");
      }
    }
  }

  private double share() {
    return number("split", 0.8, 1e-6, 1 - 1e-6);
  }

  private int folds() {
    if (flag("folds")) {
      onlyOne("folds", "split");
    }
    return integer("folds", 0, 2, 100);
  }
}
