package org.marquetry.profile.core.segment;

import java.util.List;
import java.util.Optional;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.SavedSegment;
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
  private static final Ops ASK = new Ops("profile.read", "profile.read");
  private static final Ops EDIT = new Ops("profile.read", "segment.write");
  private static final Ops EXPORT = new Ops("segment.export", "segment.write");
  private static final int PAGE = 1_000;
  private static final int DAYS = 400;

  private final Segments segments;
  private final Served served;

  @Activate
  public SegmentOperations(BundleContext context, @Reference Segments segments) {
    this.segments = segments;
    served = Served.by(context, "segments", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  List<Op> all() {
    return List.of(
        ASK.get(
            "list",
            "/segments",
            "List segments, by name; query: deleted (true: those that are deleted)",
            SavedList.class,
            this::list),
        ASK.get("get", "/segments/{id}", "Tell a segment", Saved.class, this::get),
        ASK.get(
            "history",
            "/segments/{id}/history",
            "List every version of a segment, newest first",
            SavedList.class,
            request -> saved(segments.history(known(request).id()))),
        ASK.get(
            "sizes",
            "/segments/{id}/sizes",
            "List how many a segment had when each day began, latest first",
            SizeList.class,
            this::sizes),
        ASK.get(
            "traits",
            "/segment-traits",
            "List what rules may ask for",
            TraitList.class,
            _ ->
                new TraitList(
                    segments.traits().stream().map(TraitAnswer::of).toList(), segments.deeds())),
        ASK.get(
            "templates",
            "/segment-templates",
            "List segments to start from",
            TemplateList.class,
            _ -> templates()),
        ASK.change(
            "count",
            "POST /segment-counts",
            "Count whom a rule takes right now",
            Asked.class,
            Counted.class,
            true,
            request -> Answer.ok(counted(request.body(Asked.class).rule().toGroup()))),
        EDIT.change(
            "add",
            "POST /segments",
            "Save a new segment",
            Wanted.class,
            Saved.class,
            false,
            request -> Answer.ok(add(request))),
        EDIT.change(
            "change",
            "PUT /segments/{id}",
            "Save a new version of a segment",
            Wanted.class,
            Saved.class,
            true,
            request -> Answer.ok(change(request))),
        EDIT.change(
            "remove",
            "DELETE /segments/{id}",
            "Delete a segment; query: version that is deleted",
            null,
            Saved.class,
            true,
            request -> Answer.ok(remove(request))),
        EDIT.change(
            "restore",
            "POST /segments/{id}/restore",
            "Take a deleted segment or a former version back",
            Back.class,
            Saved.class,
            false,
            request ->
                Answer.ok(
                    saved(
                        segments.restore(
                            known(request).id(), request.body(Back.class).version())))),
        ASK.get(
            "count-saved",
            "/segments/{id}/count",
            "Count a segment's members right now",
            Counted.class,
            request -> counted(known(request).rule())),
        ASK.get(
            "explain",
            "/segments/{id}/customers/{customer}",
            "Tell why a customer belongs to a segment, or not",
            Match.class,
            this::explain),
        EXPORT.get(
            "members",
            "/segments/{id}/members",
            "Export members by id; query: after (a customer), limit (at most 10000)",
            Members.class,
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
    return Ops.known(request, segments::find, "segment", "/segments");
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
    int version = Ops.version(wanted.version());
    return saved(
        segments.change(
            now.id(),
            version,
            wanted.name(),
            wanted.owner().orElse(now.owner()),
            wanted.rule().toGroup()));
  }

  private Record remove(Request request) {
    SavedSegment now = known(request);
    int version = number(request, "version", now.version());
    return saved(segments.delete(now.id(), version));
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
