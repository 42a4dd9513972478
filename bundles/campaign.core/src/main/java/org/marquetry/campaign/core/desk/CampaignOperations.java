package org.marquetry.campaign.core.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.marquetry.campaign.api.CampaignProgress;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.Campaigns;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.api.SeedList;
import org.marquetry.campaign.core.desk.CampaignAnswers.ApprovalEntry;
import org.marquetry.campaign.core.desk.CampaignAnswers.Approvals;
import org.marquetry.campaign.core.desk.CampaignAnswers.Asked;
import org.marquetry.campaign.core.desk.CampaignAnswers.Back;
import org.marquetry.campaign.core.desk.CampaignAnswers.Checked;
import org.marquetry.campaign.core.desk.CampaignAnswers.Hold;
import org.marquetry.campaign.core.desk.CampaignAnswers.Launching;
import org.marquetry.campaign.core.desk.CampaignAnswers.People;
import org.marquetry.campaign.core.desk.CampaignAnswers.PersonEntry;
import org.marquetry.campaign.core.desk.CampaignAnswers.Progress;
import org.marquetry.campaign.core.desk.CampaignAnswers.Said;
import org.marquetry.campaign.core.desk.CampaignAnswers.Saved;
import org.marquetry.campaign.core.desk.CampaignAnswers.SavedList;
import org.marquetry.campaign.core.desk.CampaignAnswers.Seeds;
import org.marquetry.campaign.core.desk.CampaignAnswers.Settled;
import org.marquetry.campaign.core.desk.CampaignAnswers.Settling;
import org.marquetry.campaign.core.desk.CampaignAnswers.TestEntry;
import org.marquetry.campaign.core.desk.CampaignAnswers.Testing;
import org.marquetry.campaign.core.desk.CampaignAnswers.Tests;
import org.marquetry.campaign.core.desk.CampaignAnswers.Unknown;
import org.marquetry.campaign.core.desk.CampaignAnswers.Wanted;
import org.marquetry.lib.operation.Op;
import org.marquetry.lib.operation.Ops;
import org.marquetry.lib.operation.Served;
import org.marquetry.platform.api.http.Answer;
import org.marquetry.platform.api.http.Problem;
import org.marquetry.platform.api.http.ProblemException;
import org.marquetry.platform.api.http.Request;
import org.marquetry.shop.api.CustomerId;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/// Campaigns at the door for programs. Calls the service through the gate, as the actor who sent
/// the request.
@Component(
    service = {},
    immediate = true)
public final class CampaignOperations {
  private static final Ops OPS = new Ops("campaign.read", "campaign.write");
  private static final Ops CHECK = new Ops("campaign.check", "campaign.check");
  private static final Ops APPROVE = new Ops("campaign.read", "campaign.approve");
  private static final Ops LAUNCH = new Ops("campaign.read", "campaign.launch");

  private final Campaigns campaigns;
  private final SeedList seeds;
  private final Served served;

  @Activate
  public CampaignOperations(
      BundleContext context, @Reference Campaigns campaigns, @Reference SeedList seeds) {
    this.campaigns = campaigns;
    this.seeds = seeds;
    served = Served.by(context, "campaigns", all());
  }

  @Deactivate
  void close() {
    served.close();
  }

  private List<Op> all() {
    return List.of(
        OPS.get(
            "list",
            "/campaigns",
            "List campaigns, by name; query: deleted (true: those that are deleted)",
            SavedList.class,
            r ->
                list(
                    r.query("deleted").map(Boolean::parseBoolean).orElse(false)
                        ? campaigns.deleted()
                        : campaigns.list())),
        OPS.get("get", "/campaigns/{id}", "Tell a campaign", Saved.class, r -> saved(known(r))),
        OPS.get(
            "history",
            "/campaigns/{id}/history",
            "List every version of a campaign, newest first",
            SavedList.class,
            r -> list(campaigns.history(known(r).id()))),
        OPS.change(
            "add",
            "POST /campaigns",
            "Save a new campaign",
            Wanted.class,
            Saved.class,
            false,
            r -> Answer.ok(saved(campaigns.create(r.body(Wanted.class).toCampaign())))),
        OPS.change(
            "change",
            "PUT /campaigns/{id}",
            "Save a new version of a campaign, which withdraws its approval",
            Wanted.class,
            Saved.class,
            true,
            r -> Answer.ok(change(r))),
        OPS.change(
            "remove",
            "DELETE /campaigns/{id}",
            "Delete a campaign that does not go out; it can be restored",
            null,
            Saved.class,
            true,
            r -> Answer.ok(remove(r))),
        OPS.change(
            "restore",
            "POST /campaigns/{id}/restore",
            "Take a deleted campaign or a former version back",
            Back.class,
            Saved.class,
            false,
            r -> Answer.ok(saved(campaigns.restore(known(r).id(), r.body(Back.class).version())))),
        CHECK.change(
            "check",
            "POST /campaigns/{id}/check",
            "Tell what would come of a launch now",
            null,
            Checked.class,
            true,
            r -> Answer.ok(Checked.of(campaigns.check(known(r).id())))),
        CHECK.get(
            "people",
            "/campaigns/{id}/people",
            "List the people of one part of the sum; query: part (planned, holdout, ...), after, limit",
            People.class,
            this::people),
        OPS.change(
            "test",
            "POST /campaigns/{id}/test",
            "Send the mail to addresses of the seed list, once with each of its subjects",
            Testing.class,
            Tests.class,
            false,
            r -> Answer.ok(test(r))),
        OPS.get(
            "seeds",
            "/seed-list",
            "List who gets test messages",
            Seeds.class,
            _ -> new Seeds(seeds.addresses())),
        OPS.change(
            "seeds.change",
            "PUT /seed-list",
            "Say who gets test messages",
            Seeds.class,
            Seeds.class,
            true,
            r -> Answer.ok(new Seeds(seeds.change(r.body(Seeds.class).addresses())))),
        OPS.get(
            "approvals",
            "/campaigns/{id}/approvals",
            "List what was said of a campaign's versions, latest first",
            Approvals.class,
            r ->
                new Approvals(
                    campaigns.approvals(known(r).id()).stream().map(ApprovalEntry::of).toList())),
        OPS.change(
            "ask",
            "POST /campaigns/{id}/ask",
            "Ask for the approval of the newest version",
            Asked.class,
            ApprovalEntry.class,
            false,
            r -> {
              Asked asked = r.body(Asked.class);
              return Answer.ok(
                  ApprovalEntry.of(
                      campaigns.ask(known(r).id(), asked.version(), asked.comment().orElse(""))));
            }),
        APPROVE.change(
            "answer",
            "POST /campaigns/{id}/answer",
            "Approve or refuse the newest version",
            Said.class,
            ApprovalEntry.class,
            false,
            r -> {
              Said said = r.body(Said.class);
              return Answer.ok(
                  ApprovalEntry.of(
                      campaigns.answer(
                          known(r).id(),
                          said.version(),
                          said.approved(),
                          said.comment().orElse(""))));
            }),
        LAUNCH.change(
            "launch",
            "POST /campaigns/{id}/launch",
            "Launch a campaign; asked again, it is the same launch",
            Launching.class,
            Progress.class,
            true,
            r -> {
              Launching wanted = r.body(Launching.class);
              return Answer.ok(
                  told(r, campaigns.launch(known(r).id(), wanted.version(), wanted.recipients())));
            }),
        OPS.get(
            "progress",
            "/campaigns/{id}/progress",
            "Tell how a launched campaign stands",
            Progress.class,
            r -> told(r, progress(r))),
        LAUNCH.change(
            "stop",
            "POST /campaigns/{id}/stop",
            "Let nothing more of a campaign go out, for good",
            null,
            Progress.class,
            true,
            r -> Answer.ok(told(r, campaigns.stop(known(r).id())))),
        LAUNCH.change(
            "holdOne",
            "PUT /campaigns/{id}/hold",
            "Hold one launched campaign back, or let it go on",
            Hold.class,
            Progress.class,
            true,
            r -> {
              boolean on = r.body(Hold.class).on();
              return Answer.ok(told(r, campaigns.hold(known(r).id(), on)));
            }),
        CHECK.get(
            "unknown",
            "/campaigns/{id}/unknown",
            "List those of whom nobody knows whether they got it; query: after, limit",
            Unknown.class,
            r -> Unknown.of(campaigns.unknown(known(r).id(), after(r), limit(r)))),
        LAUNCH.change(
            "settle",
            "POST /campaigns/{id}/settle",
            "Say what became of unknown messages",
            Settling.class,
            Settled.class,
            true,
            r -> {
              Settling told = r.body(Settling.class);
              return Answer.ok(
                  new Settled(
                      campaigns.settle(
                          known(r).id(),
                          told.customers().stream().map(CustomerId::new).toList(),
                          told.again())));
            }),
        OPS.get(
            "hold.get",
            "/campaign-hold",
            "Tell whether all campaigns are held back",
            Hold.class,
            _ -> new Hold(campaigns.isHeld())),
        LAUNCH.change(
            "hold.set",
            "PUT /campaign-hold",
            "Hold all campaigns back, or let them go on",
            Hold.class,
            Hold.class,
            true,
            r -> {
              campaigns.hold(r.body(Hold.class).on());
              return Answer.ok(new Hold(campaigns.isHeld()));
            }));
  }

  private Tests test(Request request) {
    List<String> wanted = request.body(Testing.class).addresses();
    return new Tests(
        campaigns.test(known(request).id(), wanted.isEmpty() ? seeds.addresses() : wanted).stream()
            .map(TestEntry::of)
            .toList());
  }

  private Saved saved(SavedCampaign campaign) {
    return Saved.of(campaign, campaigns.state(campaign.id()));
  }

  private SavedList list(List<SavedCampaign> all) {
    Map<String, CampaignState> states = campaigns.states();
    return new SavedList(
        all.stream()
            .map(c -> Saved.of(c, states.getOrDefault(c.id(), CampaignState.DRAFT)))
            .toList());
  }

  private SavedCampaign known(Request request) {
    return Ops.known(request, campaigns::find, "campaign", "/campaigns");
  }

  private Saved change(Request request) {
    String id = known(request).id();
    Wanted wanted = request.body(Wanted.class);
    int version = Ops.version(wanted.version());
    return saved(campaigns.change(id, version, wanted.toCampaign()));
  }

  private Saved remove(Request request) {
    SavedCampaign now = known(request);
    return saved(campaigns.delete(now.id(), now.version()));
  }

  private People people(Request request) {
    String part =
        request
            .query("part")
            .orElseThrow(
                () -> new IllegalArgumentException("part must be given, for example planned"));
    return new People(
        campaigns
            .people(known(request).id(), CampaignAnswers.part(part), after(request), limit(request))
            .stream()
            .map(PersonEntry::of)
            .toList());
  }

  private static Optional<CustomerId> after(Request request) {
    return request.query("after").map(CustomerId::new);
  }

  private static int limit(Request request) {
    return request.query("limit").map(Integer::parseInt).orElse(100);
  }

  private Progress told(Request request, CampaignProgress progress) {
    return Progress.of(progress, campaigns.held().contains(request.path("id")));
  }

  private CampaignProgress progress(Request request) {
    return campaigns
        .progress(known(request).id())
        .orElseThrow(() ->
            new ProblemException(
                new Problem(
                    409,
                    "The campaign was not launched",
                    "It has no progress yet.",
                    "Launch it with POST /campaigns/{id}/launch.")));
  }
}
