package org.marquetry.data.retention;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.marquetry.data.api.Retention;
import org.marquetry.data.api.Retention.Change;
import org.marquetry.data.api.Retention.Kind;
import org.marquetry.data.api.Retention.Place;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Request;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Retention at the door for programs. Calls the service through the gate, as the actor who sent
/// the request.
@Component(
    service = {},
    immediate = true)
public final class RetentionOperations {
  private static final Ops OPS = new Ops("data.read", "data.configure");

  private final Retention retention;
  private final Served served;

  @Activate
  public RetentionOperations(BundleContext context, @Reference Retention retention) {
    this.retention = retention;
    served = Served.by(context, "data", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  /// @param days absent: for ever
  record KindEntry(String id, OptionalInt days, OptionalInt usual, long rows, long expiring) {
    static KindEntry of(Kind k) {
      return new KindEntry(k.id(), k.days(), k.usual(), k.rows(), k.expiring());
    }
  }

  record PlaceEntry(String name, long bytes) {
    static PlaceEntry of(Place p) {
      return new PlaceEntry(p.name(), p.bytes());
    }
  }

  record Kept(List<KindEntry> kinds, List<PlaceEntry> disk) {}

  /// @param days absent: for ever
  record Wanted(OptionalInt days) {}

  record ChangeEntry(OptionalInt days, String by, Instant at) {
    static ChangeEntry of(Change c) {
      return new ChangeEntry(c.days(), c.by(), c.at());
    }
  }

  record History(List<ChangeEntry> changes) {}

  record Started(String job) {}

  private List<Op> all() {
    return List.of(
        OPS.get(
            "retention.list",
            "/retention",
            "How long which data is kept, what goes with the next run, what is on disk",
            Kept.class,
            _ ->
                new Kept(
                    retention.kinds().stream().map(KindEntry::of).toList(),
                    retention.disk().stream().map(PlaceEntry::of).toList())),
        OPS.get(
            "retention.history",
            "/retention/{kind}/history",
            "Who set how long a kind is kept",
            History.class,
            r ->
                new History(
                    retention.history(r.path("kind")).stream().map(ChangeEntry::of).toList())),
        OPS.change(
            "retention.apply",
            "POST /retention/apply",
            "Let go what has had its time, as a job",
            null,
            Started.class,
            true,
            _ -> Answer.accepted(new Started(retention.apply()))),
        OPS.change(
            "retention.keep",
            "PUT /retention/{kind}",
            "Say how long a kind is kept; without days for ever",
            Wanted.class,
            null,
            true,
            this::keep));
  }

  private Answer keep(Request request) {
    retention.keep(request.path("kind"), request.body(Wanted.class).days());
    return Answer.nothing();
  }
}
