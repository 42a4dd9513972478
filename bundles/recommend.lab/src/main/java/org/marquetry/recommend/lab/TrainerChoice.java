package org.marquetry.recommend.lab;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.lab.spi.LabInput;
import org.marquetry.lab.spi.LabInputException;
import org.marquetry.recommend.spi.TrainOption;
import org.marquetry.recommend.spi.Trainer;

/// Find the trainer and its options that the user asked for.
final class TrainerChoice {
  private TrainerChoice() {}

  /// @param wanted `best`: the blend, which leaves out what does not help on validation
  static Trainer of(List<Trainer> trainers, String engine, String wanted) {
    String algorithm = wanted.equals("best") ? "blend" : wanted;
    List<Trainer> sameEngine = trainers.stream().filter(t -> t.engine().equals(engine)).toList();
    if (sameEngine.isEmpty()) {
      List<String> engines = trainers.stream().map(Trainer::engine).distinct().sorted().toList();
      throw new LabInputException(
          "no algorithm runs on --engine " + engine + " here; available engines: " + engines);
    }
    return sameEngine.stream()
        .filter(t -> t.algorithm().equals(algorithm))
        .findFirst()
        .orElseThrow(() -> {
          List<String> names = sameEngine.stream().map(Trainer::algorithm).sorted().toList();
          return new LabInputException(
              "--algorithm "
                  + algorithm
                  + " is not installed for engine "
                  + engine
                  + "; available algorithms: "
                  + names);
        });
  }

  /// Collect `--factors`, `--epochs` and `--options`.
  static Map<String, Double> values(Trainer trainer, LabInput input) {
    Map<String, Double> values = new HashMap<>();
    for (String name : List.of("factors", "epochs")) {
      input.text(name).ifPresent(text -> values.put(name, number(name, text)));
    }
    for (String part : input.text("options").map(s -> s.split(",")).orElse(new String[0])) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw new LabInputException("--options takes NAME=NUMBER,..., got '" + part + "'");
      }
      String name = part.substring(0, equals).strip();
      values.put(name, number(name, part.substring(equals + 1)));
    }
    List<String> known = trainer.options().stream().map(TrainOption::name).toList();
    for (String name : values.keySet()) {
      if (!known.contains(name)) {
        throw new LabInputException(
            "algorithm " + trainer.algorithm() + " has no option " + name + "; it has " + known);
      }
    }
    return values;
  }

  /// Options for the result: whole numbers without a decimal point; behind those of the trainer
  /// what it adds itself.
  static Map<String, Object> readable(Trainer trainer, Map<String, Double> inEffect) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (TrainOption option : trainer.options()) {
      double value = inEffect.getOrDefault(option.name(), option.fallback());
      all.put(option.name(), option.whole() ? (Object) (long) value : (Object) value);
    }
    inEffect.forEach(all::putIfAbsent);
    return all;
  }

  private static double number(String name, String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException e) {
      throw new LabInputException("option " + name + " must be a number, got '" + text + "'", e);
    }
  }
}
