package org.marquetry.feature.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.feature.api.FeatureState;
import org.marquetry.feature.api.StateDifference;
import org.marquetry.feature.api.StateDifference.Changed;
import org.marquetry.lib.feature.Pointer;
import org.marquetry.lib.feature.StateStore;
import org.marquetry.lib.feature.SuiteState;
import org.marquetry.lib.json.Json;
import org.marquetry.shop.api.Words;

/// The states that are kept, to look at.
record States(StateStore store) {
  private static final String MASKED = "(secret)";
  private static final Pattern SECRET =
      Pattern.compile("password|secret|token", Pattern.CASE_INSENSITIVE);

  /// Newest first.
  List<FeatureState> list(Optional<Long> running) {
    Pointer pointer = store.pointer();
    return store.numbers().stream()
        .map(store::read)
        .map(state ->
            new FeatureState(
                state.number(),
                state.at(),
                state.by(),
                state.why(),
                running.filter(n -> n == state.number()).isPresent(),
                pointer.healthy().contains(state.number()),
                state.parts().stream()
                    .map(p ->
                        new FeatureState.Part(p.name(), p.id().version(), p.added(), p.publisher()))
                    .toList()))
        .toList();
  }

  StateDifference compare(long from, long to) {
    SuiteState a = read(from);
    SuiteState b = read(to);
    return new StateDifference(
        from,
        to,
        changed(features(a), features(b)),
        changed(bundles(a), bundles(b)),
        changed(configuration(a), configuration(b)));
  }

  SuiteState read(long number) {
    if (!store.numbers().contains(number)) {
      throw new FeatureException(
          Reason.NOT_FOUND,
          new Words(
              "没有状态 " + number + "；保存的有 " + store.numbers(),
              "there is no state " + number + "; kept are " + store.numbers()));
    }
    return store.read(number);
  }

  private static Map<String, String> features(SuiteState state) {
    Map<String, String> features = new TreeMap<>();
    state.parts().forEach(p -> features.put(p.name(), p.id().version()));
    return features;
  }

  private static Map<String, String> bundles(SuiteState state) {
    Map<String, String> bundles = new TreeMap<>();
    for (SuiteState.Part part : state.parts()) {
      part.checksums()
          .forEach((id, sum) -> bundles.put(id.key(), id.version() + " " + sum.substring(0, 12)));
    }
    return bundles;
  }

  private Map<String, String> configuration(SuiteState state) {
    Map<String, String> values = new TreeMap<>();
    Json.parse(state.configuration())
        .asObject()
        .members()
        .forEach((pid, group) ->
            group
                .asObject()
                .members()
                .forEach((key, value) -> {
                  String name = pid + "." + key;
                  String text =
                      switch (value) {
                        case org.marquetry.lib.json.JsonValue.JsonString(var _, var v) -> v;
                        case org.marquetry.lib.json.JsonValue.JsonNumber(var _, var v) ->
                            v.toPlainString();
                        default -> value.toString();
                      };
                  values.put(name, SECRET.matcher(key).find() ? MASKED + text.hashCode() : text);
                }));
    return values;
  }

  private List<Changed> changed(Map<String, String> a, Map<String, String> b) {
    List<Changed> changed = new ArrayList<>();
    Set<String> names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    for (String name : names) {
      if (!Objects.equals(a.get(name), b.get(name))) {
        changed.add(new Changed(name, shown(a.get(name)), shown(b.get(name))));
      }
    }
    return changed;
  }

  private static Optional<String> shown(@org.jspecify.annotations.Nullable String value) {
    return Optional.ofNullable(value).map(v -> v.startsWith(MASKED) ? MASKED : v);
  }
}
