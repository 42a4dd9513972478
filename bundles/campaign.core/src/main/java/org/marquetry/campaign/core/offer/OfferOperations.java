package org.marquetry.campaign.core.offer;

import java.util.List;
import java.util.Optional;
import org.marquetry.campaign.api.OfferCodes;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.campaign.core.offer.OfferAnswers.Added;
import org.marquetry.campaign.core.offer.OfferAnswers.Asked;
import org.marquetry.campaign.core.offer.OfferAnswers.Back;
import org.marquetry.campaign.core.offer.OfferAnswers.CodeList;
import org.marquetry.campaign.core.offer.OfferAnswers.Codes;
import org.marquetry.campaign.core.offer.OfferAnswers.Dropped;
import org.marquetry.campaign.core.offer.OfferAnswers.Finding;
import org.marquetry.campaign.core.offer.OfferAnswers.Findings;
import org.marquetry.campaign.core.offer.OfferAnswers.Saved;
import org.marquetry.campaign.core.offer.OfferAnswers.SavedList;
import org.marquetry.campaign.core.offer.OfferAnswers.Wanted;
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

/// Offers at the door for programs. Calls the service through the gate, as the actor who sent the
/// request.
@Component(
    service = {},
    immediate = true)
public final class OfferOperations {
  private static final Ops OPS = new Ops("offer.read", "offer.write");
  private static final double USUAL_MARGIN = 0.3;

  private final Offers offers;
  private final Served served;

  @Activate
  public OfferOperations(BundleContext context, @Reference Offers offers) {
    this.offers = offers;
    served = Served.by(context, "offers", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  private List<Op> all() {
    return List.of(
        OPS.get(
            "list",
            "/offers",
            "List offers, by name; query: deleted (true: those that are deleted)",
            SavedList.class,
            r ->
                SavedList.of(
                    r.query("deleted").map(Boolean::parseBoolean).orElse(false)
                        ? offers.deleted()
                        : offers.list())),
        OPS.get("get", "/offers/{id}", "Tell an offer", Saved.class, r -> Saved.of(known(r))),
        OPS.get(
            "history",
            "/offers/{id}/history",
            "List every version of an offer, newest first",
            SavedList.class,
            r -> SavedList.of(offers.history(known(r).id()))),
        OPS.change(
            "add",
            "POST /offers",
            "Save a new offer",
            Wanted.class,
            Saved.class,
            false,
            r -> Answer.ok(Saved.of(offers.create(r.body(Wanted.class).toOffer())))),
        OPS.change(
            "change",
            "PUT /offers/{id}",
            "Save a new version of an offer",
            Wanted.class,
            Saved.class,
            true,
            r -> Answer.ok(change(r))),
        OPS.change(
            "remove",
            "DELETE /offers/{id}",
            "Delete an offer; it can be restored",
            null,
            Saved.class,
            true,
            r -> Answer.ok(remove(r))),
        OPS.change(
            "restore",
            "POST /offers/{id}/restore",
            "Take a deleted offer or a former version back",
            Back.class,
            Saved.class,
            false,
            r -> Answer.ok(Saved.of(offers.restore(known(r).id(), r.body(Back.class).version())))),
        new Ops("offer.read", "offer.read")
            .change(
                "check",
                "POST /offers/{id}/check",
                "Tell what speaks against the use of an offer now",
                Asked.class,
                Findings.class,
                true,
                r -> Answer.ok(check(r))),
        OPS.get(
            "codes",
            "/offers/{id}/codes",
            "Count the codes of an offer that gives each person one",
            Codes.class,
            r -> Codes.of(offers.codes(known(r).id()))),
        OPS.change(
            "codes.add",
            "POST /offers/{id}/codes",
            "Add codes, at most " + Offers.MAX_ADDED,
            CodeList.class,
            Added.class,
            true,
            r -> Answer.ok(add(r))),
        OPS.change(
            "codes.drop",
            "DELETE /offers/{id}/codes",
            "Take the codes away that nobody has got",
            null,
            Dropped.class,
            true,
            r -> Answer.ok(new Dropped(offers.dropFreeCodes(known(r).id())))));
  }

  private SavedOffer known(Request request) {
    return Ops.known(request, offers::find, "offer", "/offers");
  }

  private Saved change(Request request) {
    String id = known(request).id();
    Wanted wanted = request.body(Wanted.class);
    int version = Ops.version(wanted.version());
    return Saved.of(offers.change(id, version, wanted.toOffer()));
  }

  private Saved remove(Request request) {
    SavedOffer now = known(request);
    return Saved.of(offers.delete(now.id(), now.version()));
  }

  private Findings check(Request request) {
    SavedOffer saved = known(request);
    double margin = request.body(Asked.class).margin().orElse(USUAL_MARGIN);
    return new Findings(
        offers.check(saved.offer(), Optional.of(saved.id()), margin).stream()
            .map(Finding::of)
            .toList());
  }

  private Added add(Request request) {
    OfferCodes.Added added =
        offers.addCodes(known(request).id(), request.body(CodeList.class).codes());
    return new Added(added.added(), added.known());
  }
}
