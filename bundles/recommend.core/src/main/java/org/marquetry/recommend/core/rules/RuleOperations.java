package org.marquetry.recommend.core.rules;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Request;
import org.marquetry.recommend.api.RecommendationRule;
import org.marquetry.recommend.api.RecommendationRules;
import org.marquetry.recommend.api.RuleTarget;
import org.marquetry.recommend.api.SavedRule;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Rules at the door for programs. Calls the service through the gate, as the actor who sent the
/// request.
@Component(
    service = {},
    immediate = true)
public final class RuleOperations {
  private static final Ops OPS = new Ops("recommend.read", "recommend.rules");

  private final RecommendationRules rules;
  private final Served served;

  @Activate
  public RuleOperations(BundleContext context, @Reference RecommendationRules rules) {
    this.rules = rules;
    served = Served.by(context, "recommendation-rules", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  /// @param kind `product`, `brand` or `category`
  record Target(String kind, String value) {
    static Target of(RuleTarget target) {
      return new Target(word(target.kind()), target.value());
    }

    RuleTarget toTarget() {
      for (RuleTarget.Kind known : RuleTarget.Kind.values()) {
        if (known.name().equalsIgnoreCase(kind)) {
          return new RuleTarget(known, value);
        }
      }
      throw new IllegalArgumentException(
          "target.kind must be product, brand or category, got " + kind);
    }
  }

  /// @param kind `hide`, `weigh`, `quota`, `in_stock`, `margin_floor`, `one_variant`, `repurchase`
  ///   `diversity`, `novelty`, `margin` or `popularity`
  /// @param target of `hide` and `weigh`; the category of `quota` and `repurchase`, absent = all
  /// @param amount factor of `weigh`, most of `quota`, units of `in_stock`, share of
  ///   `margin_floor`, days of `repurchase`, strength of `diversity` and, from -1 to 1, of
  ///   `novelty`, `margin` and `popularity`
  /// @param version of a change: the one that it began with
  record Wanted(
      Optional<String> name,
      String kind,
      Optional<Target> target,
      OptionalDouble amount,
      OptionalInt version) {
    RecommendationRule toRule() {
      RuleForm form = new RuleForm(RuleForm.kind(kind), target.map(Target::toTarget), amount);
      return new RecommendationRule(name.orElse(""), form.toEffect());
    }
  }

  /// @param act what made the version
  record Rule(
      String id,
      int version,
      Optional<String> name,
      String kind,
      Optional<Target> target,
      OptionalDouble amount,
      String act,
      Instant at,
      String by) {
    static Rule of(SavedRule saved) {
      RuleForm form = RuleForm.of(saved.rule().effect());
      return new Rule(
          saved.id(),
          saved.version(),
          Optional.of(saved.rule().name()).filter(name -> !name.isEmpty()),
          RuleForm.word(form.kind()),
          form.target().map(Target::of),
          form.amount(),
          word(saved.act()),
          saved.at(),
          saved.by());
    }
  }

  record Rules(List<Rule> rules) {
    static Rules of(List<SavedRule> all) {
      return new Rules(all.stream().map(Rule::of).toList());
    }
  }

  /// @param version of the rule's history
  record Back(int version) {}

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private List<Op> all() {
    return List.of(
        OPS.get(
            "list",
            "/recommendations/rules",
            "List the rules of recommendations; query: deleted (true: those that are deleted)",
            Rules.class,
            r ->
                Rules.of(
                    r.query("deleted").map(Boolean::parseBoolean).orElse(false)
                        ? rules.deleted()
                        : rules.list())),
        OPS.get(
            "get",
            "/recommendations/rules/{id}",
            "Tell a rule of recommendations",
            Rule.class,
            r -> Rule.of(known(r))),
        OPS.get(
            "history",
            "/recommendations/rules/{id}/history",
            "List every version of a rule, newest first",
            Rules.class,
            r -> Rules.of(rules.history(known(r).id()))),
        OPS.change(
            "add",
            "POST /recommendations/rules",
            "Save a new rule; the next answer obeys it",
            Wanted.class,
            Rule.class,
            false,
            r -> Answer.ok(Rule.of(rules.create(r.body(Wanted.class).toRule())))),
        OPS.change(
            "change",
            "PUT /recommendations/rules/{id}",
            "Save a new version of a rule",
            Wanted.class,
            Rule.class,
            true,
            r -> Answer.ok(change(r))),
        OPS.change(
            "remove",
            "DELETE /recommendations/rules/{id}",
            "Delete a rule; it can be restored",
            null,
            Rule.class,
            true,
            r -> Answer.ok(remove(r))),
        OPS.change(
            "restore",
            "POST /recommendations/rules/{id}/restore",
            "Take a deleted rule or a former version back",
            Back.class,
            Rule.class,
            false,
            r -> Answer.ok(Rule.of(rules.restore(known(r).id(), r.body(Back.class).version())))));
  }

  private SavedRule known(Request request) {
    return Ops.known(request, rules::find, "rule", "/recommendations/rules");
  }

  private Rule change(Request request) {
    String id = known(request).id();
    Wanted wanted = request.body(Wanted.class);
    int version = Ops.version(wanted.version());
    return Rule.of(rules.change(id, version, wanted.toRule()));
  }

  private Rule remove(Request request) {
    SavedRule now = known(request);
    return Rule.of(rules.delete(now.id(), now.version()));
  }
}
