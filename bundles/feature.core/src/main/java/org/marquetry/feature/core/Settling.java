package org.marquetry.feature.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.marquetry.feature.api.ChangePlan;
import org.marquetry.feature.api.ChangeRun.Settled;
import org.marquetry.feature.api.ChangeSet;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.feature.api.FeatureUse;
import org.marquetry.feature.api.FeatureUse.Choice;
import org.marquetry.feature.spi.FeatureUses;
import org.marquetry.platform.api.gate.PermissionDenied;
import org.marquetry.platform.api.gate.ProviderMissing;
import org.marquetry.shop.api.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What people made that rests on services, and what becomes of it when a service goes.
record Settling(Collection<FeatureUses> sources) {
  private static final Logger log = LoggerFactory.getLogger(Settling.class);

  /// One use and who told of it.
  private record Told(FeatureUse use, FeatureUses by) {}

  List<FeatureUse> uses() {
    return told().stream().map(Told::use).toList();
  }

  private List<Told> told() {
    List<Told> all = new ArrayList<>();
    for (FeatureUses source : sources) {
      try {
        source.uses().forEach(use -> all.add(new Told(use, source)));
      } catch (ProviderMissing gone) {
        log.debug("A source of uses has just gone", gone);
      }
    }
    return all;
  }

  /// What was chosen and cannot be done, each with what can be.
  ///
  /// @param plan with the uses that rest on what changes
  static List<Words> problems(ChangePlan plan, ChangeSet set) {
    Map<String, Set<Choice>> open = new TreeMap<>();
    for (FeatureUse use : plan.uses()) {
      Set<Choice> choices = plan.choices(use);
      if (!choices.isEmpty()) {
        open.computeIfAbsent(use.object(), _ -> new TreeSet<>()).addAll(choices);
      }
    }
    List<Words> problems = new ArrayList<>();
    set.uses()
        .filter(choice -> open.values().stream().noneMatch(of -> of.contains(choice)))
        .ifPresent(choice ->
            problems.add(
                new Words(
                    "依赖被移除部分的内容都不能设为“" + word(choice) + "”；" + there(open).zh(),
                    "nothing that rests on what goes can be set to \""
                        + word(choice)
                        + "\"; "
                        + there(open).en())));
    new TreeMap<>(set.single())
        .forEach((object, choice) -> {
          Set<Choice> choices = open.get(object);
          if (choices == null) {
            problems.add(
                new Words(
                    "“" + object + "”没有可选择的处理；" + there(open).zh(),
                    "for \"" + object + "\" there is nothing to choose; " + there(open).en()));
          } else if (choice.isPresent() && !choices.contains(choice.get())) {
            problems.add(
                new Words(
                    object + " 不能选“" + word(choice.get()) + "”，只能选 " + words(choices, "、"),
                    "\""
                        + word(choice.get())
                        + "\" cannot be chosen for "
                        + object
                        + ", only "
                        + words(choices, ", ")));
          }
        });
    return problems;
  }

  private static Words there(Map<String, Set<Choice>> open) {
    if (open.isEmpty()) {
      return new Words("请不要选择", "leave the choice out");
    }
    List<Words> each = new ArrayList<>();
    open.forEach((object, choices) ->
        each.add(
            new Words(
                object + "（" + words(choices, "、") + "）",
                object + " (" + words(choices, ", ") + ")")));
    return new Words(
        "可选择的有 " + each.stream().map(Words::zh).collect(Collectors.joining("、")),
        "there is " + each.stream().map(Words::en).collect(Collectors.joining(", ")));
  }

  /// `hold` or `stop`.
  static String word(Choice choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private static String words(Set<Choice> choices, String comma) {
    return choices.stream()
        .map(Settling::word)
        .collect(Collectors.joining(comma, "keep" + comma, ""));
  }

  /// Hold or stop what rests on services that go, as it was chosen; as the current actor.
  ///
  /// @return everything that could be held or stopped, each once, also what was kept
  /// @throws FeatureException if the actor may not; what was done before stays done
  List<Settled> settle(ChangePlan plan, ChangeSet set) {
    Map<String, Settled> done = new LinkedHashMap<>();
    for (Told told : told()) {
      FeatureUse use = told.use();
      Set<Choice> choices = plan.choices(use);
      if (!choices.isEmpty() && !done.containsKey(use.object())) {
        Optional<Choice> choice =
            set.single().getOrDefault(use.object(), set.uses()).filter(choices::contains);
        choice.ifPresent(c -> settle(told, c));
        done.put(use.object(), new Settled(use, choice));
      }
    }
    return List.copyOf(done.values());
  }

  private static void settle(Told told, Choice choice) {
    try {
      told.by().settle(told.use().object(), choice);
    } catch (ProviderMissing gone) {
      log.debug("A source of uses has just gone", gone);
    } catch (PermissionDenied denied) {
      throw new FeatureException(
          Reason.CONFLICT,
          new Words(
              "您无权"
                  + (choice == Choice.HOLD ? "暂停" : "停止")
                  + "依赖它的内容，这需要权限 "
                  + denied.permission()
                  + "；请选择保留，或请有权限的人来做",
              "you may not "
                  + word(choice)
                  + " what rests on it, which needs "
                  + denied.permission()
                  + "; keep it, or let somebody do it who may"),
          denied);
    }
  }
}
