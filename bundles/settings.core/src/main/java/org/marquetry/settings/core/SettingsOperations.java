package org.marquetry.settings.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;
import org.marquetry.settings.api.LogLevels;
import org.marquetry.settings.api.Settings;
import org.marquetry.settings.api.SettingsField;
import org.marquetry.settings.api.SettingsGroup;
import org.marquetry.settings.api.SettingsRejected;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Settings and log levels at the door for programs. Calls the services through the gate, as the
/// actor who sent the request.
@Component(
    service = {},
    immediate = true)
public final class SettingsOperations {
  private static final Ops OPS = new Ops("settings.read", "settings.change");

  private final Settings settings;
  private final LogLevels levels;
  private final Served served;

  @Activate
  public SettingsOperations(
      BundleContext context, @Reference Settings settings, @Reference LogLevels levels) {
    this.settings = settings;
    this.levels = levels;
    served = Served.by(context, "settings", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  /// @param set whether it was set; of a secret this is all that is told, but where it stands
  record Field(
      String key,
      String name,
      String description,
      SettingsField.Kind kind,
      boolean many,
      Optional<BigDecimal> min,
      Optional<BigDecimal> max,
      List<String> choices,
      List<String> usual,
      List<String> value,
      boolean set,
      Optional<String> problem) {
    static Field of(SettingsField f) {
      return new Field(
          f.key(),
          f.name(),
          f.description(),
          f.kind(),
          f.many(),
          f.min(),
          f.max(),
          f.choices().stream().map(SettingsField.Choice::value).toList(),
          f.usual(),
          f.value(),
          f.changed(),
          f.problem().map(w -> w.en()));
    }
  }

  record Group(
      String component,
      String feature,
      String bundle,
      String title,
      String description,
      List<Field> fields) {
    static Group of(SettingsGroup g) {
      return new Group(
          g.component(),
          g.feature(),
          g.bundle(),
          g.title(),
          g.description(),
          g.fields().stream().map(Field::of).toList());
    }
  }

  record Groups(List<Group> settings) {}

  /// @param value several only where a setting has several; none: back to the default
  record Value(String key, List<String> value) {}

  record Values(List<Value> values) {}

  record ChangeEntry(long number, Instant at, String by, List<Value> values) {
    static ChangeEntry of(Settings.Change c) {
      return new ChangeEntry(
          c.number(),
          c.at(),
          c.by(),
          c.values().entrySet().stream().map(e -> new Value(e.getKey(), e.getValue())).toList());
    }
  }

  record History(List<ChangeEntry> changes) {}

  record Restored(long number) {}

  record LevelEntry(String bundle, LogLevels.Level level, Instant at, String by) {
    static LevelEntry of(LogLevels.Set s) {
      return new LevelEntry(s.bundle(), s.level(), s.at(), s.by());
    }
  }

  record Levels(List<LevelEntry> levels) {}

  record Level(LogLevels.Level level) {}

  private List<Op> all() {
    String component = "/settings/components/{component}";
    return List.of(
        OPS.get(
            "list",
            "/settings/components",
            "The settings of installed extensions; secrets are never told",
            Groups.class,
            _ -> new Groups(settings.groups(Locale.ENGLISH).stream().map(Group::of).toList())),
        OPS.get("show", component, "The settings of one component", Group.class, this::show),
        OPS.change(
            "change",
            "PUT " + component,
            "Change some settings of a component; all, or none when one is wrong",
            Values.class,
            Group.class,
            true,
            this::change),
        OPS.get(
            "history",
            component + "/history",
            "What was set of a component when, newest first",
            History.class,
            r ->
                new History(
                    settings.history(r.path("component")).stream().map(ChangeEntry::of).toList())),
        OPS.change(
            "restore",
            "POST " + component + "/restore",
            "Set everything as it was after a change",
            Restored.class,
            Group.class,
            true,
            r -> {
              settings.restore(r.path("component"), r.body(Restored.class).number());
              return Answer.ok(show(r));
            }),
        OPS.change(
            "reset",
            "POST " + component + "/reset",
            "Set everything back to its default",
            null,
            Group.class,
            true,
            r -> {
              settings.reset(r.path("component"));
              return Answer.ok(show(r));
            }),
        OPS.get(
            "levels",
            "/log-levels",
            "The log levels that were set, by bundle",
            Levels.class,
            _ -> levels()),
        OPS.change(
            "level",
            "PUT /log-levels/{bundle}",
            "Set how much a bundle logs",
            Level.class,
            Levels.class,
            true,
            r -> {
              levels.set(r.path("bundle"), r.body(Level.class).level());
              return Answer.ok(levels());
            }),
        OPS.change(
            "resetLevel",
            "DELETE /log-levels/{bundle}",
            "Let a bundle log as the operator's logback.xml says",
            null,
            Levels.class,
            true,
            r -> {
              levels.reset(r.path("bundle"));
              return Answer.ok(levels());
            }));
  }

  private Levels levels() {
    return new Levels(levels.levels().stream().map(LevelEntry::of).toList());
  }

  private Group show(Request request) {
    return Group.of(settings.group(request.path("component"), Locale.ENGLISH));
  }

  private Answer change(Request request) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    List<Value> sent = request.body(Values.class).values();
    sent.forEach(v -> values.put(v.key(), v.value()));
    try {
      settings.change(request.path("component"), values);
    } catch (SettingsRejected e) {
      throw new ProblemException(
          new Problem(
              422,
              "The content is not valid",
              String.valueOf(e.getMessage()),
              "Correct it; nothing was changed.",
              e.problems().entrySet().stream()
                  .map(p ->
                      new Problem.At(
                          "/values/" + keys(sent).indexOf(p.getKey()) + "/value",
                          p.getKey() + " " + p.getValue().en()))
                  .toList()));
    }
    return Answer.ok(show(request));
  }

  private static List<String> keys(List<Value> sent) {
    return sent.stream().map(Value::key).toList();
  }
}
