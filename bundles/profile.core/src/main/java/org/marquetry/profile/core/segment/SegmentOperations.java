package org.marquetry.profile.core.segment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.Operation;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentConflict;
import org.marquetry.profile.api.SegmentRule;
import org.marquetry.profile.api.Segments;
import org.marquetry.profile.core.segment.SegmentAnswers.Asked;
import org.marquetry.profile.core.segment.SegmentAnswers.Back;
import org.marquetry.profile.core.segment.SegmentAnswers.Counted;
import org.marquetry.profile.core.segment.SegmentAnswers.Match;
import org.marquetry.profile.core.segment.SegmentAnswers.Member;
import org.marquetry.profile.core.segment.SegmentAnswers.Members;
import org.marquetry.profile.core.segment.SegmentAnswers.Saved;
import org.marquetry.profile.core.segment.SegmentAnswers.SavedList;
import org.marquetry.profile.core.segment.SegmentAnswers.Size;
import org.marquetry.profile.core.segment.SegmentAnswers.SizeList;
import org.marquetry.profile.core.segment.SegmentAnswers.Template;
import org.marquetry.profile.core.segment.SegmentAnswers.TemplateList;
import org.marquetry.profile.core.segment.SegmentAnswers.Text;
import org.marquetry.profile.core.segment.SegmentAnswers.TraitAnswer;
import org.marquetry.profile.core.segment.SegmentAnswers.TraitList;
import org.marquetry.profile.core.segment.SegmentAnswers.Wanted;
import org.marquetry.shop.api.CustomerId;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Registers the operations on segments. They call the service through the gate, as the actor who
/// sent the request.
@Component(
    service = {},
    immediate = true)
public final class SegmentOperations {
  private static final String READ = "profile.read";
  private static final String WRITE = "segment.write";
  private static final int PAGE = 1_000;
  private static final int DAYS = 400;

  private final Segments segments;
  private final List<ServiceRegistration<Operation>> registered;

  @Activate
  public SegmentOperations(BundleContext context, @Reference Segments segments) {
    this.segments = segments;
    registered = all().stream().map(op -> register(context, op)).toList();
  }

  SegmentOperations(Segments segments) {
    this.segments = segments;
    registered = List.of();
  }

  private static ServiceRegistration<Operation> register(BundleContext context, Op op) {
    Map<String, String> properties = Map.of(Provider.PREFIX_ + "provider", op.name());
    return context.registerService(Operation.class, op, FrameworkUtil.asDictionary(properties));
  }

  @Deactivate
  void close() {
    registered.forEach(ServiceRegistration::unregister);
  }

  List<Op> all() {
    return List.of(
        Op.get(
            "segments.list",
            "/segments",
            "List segments, by name; query: deleted (true: those that are deleted)",
            SavedList.class,
            READ,
            this::list),
        Op.get("segments.get", "/segments/{id}", "Tell a segment", Saved.class, READ, this::get),
        Op.get(
            "segments.history",
            "/segments/{id}/history",
            "List every version of a segment, newest first",
            SavedList.class,
            READ,
            request -> saved(segments.history(known(request).id()))),
        Op.get(
            "segments.sizes",
            "/segments/{id}/sizes",
            "List how many a segment had when each day began, latest first",
            SizeList.class,
            READ,
            this::sizes),
        Op.get(
            "segments.traits",
            "/segment-traits",
            "List what rules may ask for",
            TraitList.class,
            READ,
            _ ->
                new TraitList(
                    segments.traits().stream().map(TraitAnswer::of).toList(), segments.deeds())),
        Op.get(
            "segments.templates",
            "/segment-templates",
            "List segments to start from",
            TemplateList.class,
            READ,
            _ -> templates()),
        Op.send(
            "segments.count",
            "POST /segment-counts",
            "Count whom a rule takes right now",
            Asked.class,
            Counted.class,
            READ,
            request -> counted(request.body(Asked.class).rule().toGroup())),
        Op.send(
            "segments.add",
            "POST /segments",
            "Save a new segment",
            Wanted.class,
            Saved.class,
            WRITE,
            this::add),
        Op.send(
            "segments.change",
            "PUT /segments/{id}",
            "Save a new version of a segment",
            Wanted.class,
            Saved.class,
            WRITE,
            this::change),
        Op.send(
            "segments.remove",
            "DELETE /segments/{id}",
            "Delete a segment; query: version that is deleted",
            null,
            Saved.class,
            WRITE,
            this::remove),
        Op.send(
            "segments.restore",
            "POST /segments/{id}/restore",
            "Take a deleted segment or a former version back",
            Back.class,
            Saved.class,
            WRITE,
            request ->
                saved(segments.restore(known(request).id(), request.body(Back.class).version()))),
        Op.get(
            "segments.count-saved",
            "/segments/{id}/count",
            "Count a segment's members right now",
            Counted.class,
            READ,
            request -> counted(known(request).rule())),
        Op.get(
            "segments.explain",
            "/segments/{id}/customers/{customer}",
            "Tell why a customer belongs to a segment, or not",
            Match.class,
            READ,
            this::explain),
        Op.get(
            "segments.members",
            "/segments/{id}/members",
            "Export members by id; query: after (a customer), limit (at most 10000)",
            Members.class,
            "segment.export",
            this::members));
  }

  private Record list(Request request) {
    boolean deleted = request.query("deleted").map(Boolean::parseBoolean).orElse(false);
    return saved(deleted ? segments.deleted() : segments.list());
  }

  private SavedList saved(List<SavedSegment> all) {
    return new SavedList(all.stream().map(this::saved).toList());
  }

  private Saved saved(SavedSegment segment) {
    return Saved.of(segment, segments.sentence(segment.rule()));
  }

  private Record get(Request request) {
    return saved(known(request));
  }

  private SavedSegment known(Request request) {
    return segments
        .find(request.path("id"))
        .orElseThrow(() ->
            new ProblemException(
                new Problem(
                    404,
                    "There is no such segment",
                    "No segment has the id of this address.",
                    "List segments with GET /segments.")));
  }

  private Record sizes(Request request) {
    return new SizeList(
        segments.sizes(known(request).id(), DAYS).stream()
            .map(day -> new Size(day.day(), day.count()))
            .toList());
  }

  private Record templates() {
    return new TemplateList(
        segments.templates().stream()
            .map(t ->
                new Template(
                    t.id(), Text.of(t.name()), Text.of(t.purpose()), RuleText.of(t.rule())))
            .toList());
  }

  private Record counted(SegmentRule.Group rule) {
    return Counted.of(
        segments.count(rule), segments.sentence(rule), segments.warnings(rule, Optional.empty()));
  }

  private Record add(Request request) {
    Wanted wanted = request.body(Wanted.class);
    return saved(segments.create(wanted.name(), wanted.rule().toGroup()));
  }

  private Record change(Request request) {
    SavedSegment now = known(request);
    Wanted wanted = request.body(Wanted.class);
    int version =
        wanted
            .version()
            .orElseThrow(() ->
                new IllegalArgumentException("version must be given: the one that was changed"));
    return saved(
        unlessChanged(() ->
            segments.change(
                now.id(),
                version,
                wanted.name(),
                wanted.owner().orElse(now.owner()),
                wanted.rule().toGroup())));
  }

  private Record remove(Request request) {
    SavedSegment now = known(request);
    int version = number(request, "version", now.version());
    return saved(unlessChanged(() -> segments.delete(now.id(), version)));
  }

  private static SavedSegment unlessChanged(Supplier<SavedSegment> change) {
    try {
      return change.get();
    } catch (SegmentConflict e) {
      throw new ProblemException(
          new Problem(
              409,
              "Somebody else changed it",
              "The segment has version %d now.".formatted(e.current().version()),
              "Read it again, compare, and send the version that is new."));
    }
  }

  private Record explain(Request request) {
    return segments
        .explain(known(request).rule(), new CustomerId(request.path("customer")))
        .map(Match::of)
        .orElseThrow(() ->
            new ProblemException(
                new Problem(
                    404,
                    "There is no such customer",
                    "No event named the customer of this address.",
                    "Look for the customer with GET /customers?search=...")));
  }

  private Record members(Request request) {
    int limit = number(request, "limit", PAGE);
    List<Profile> page =
        segments.export(known(request).id(), request.query("after").map(CustomerId::new), limit);
    Optional<String> after =
        page.size() < limit ? Optional.empty() : Optional.of(page.getLast().customer().value());
    return new Members(page.stream().map(Member::of).toList(), after);
  }

  private static int number(Request request, String name, int otherwise) {
    String given = request.query(name).orElse(Integer.toString(otherwise));
    try {
      return Integer.parseInt(given);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number, got " + given, e);
    }
  }
}
