package org.marquetry.campaign.core.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.marquetry.campaign.api.Campaign;
import org.marquetry.campaign.api.CampaignBrief;
import org.marquetry.campaign.api.CampaignPlan;
import org.marquetry.campaign.api.CampaignState;
import org.marquetry.campaign.api.ContactPolicy;
import org.marquetry.campaign.api.Disposition;
import org.marquetry.campaign.api.Offers;
import org.marquetry.campaign.api.PlannedContact;
import org.marquetry.campaign.api.SavedCampaign;
import org.marquetry.campaign.core.Decisions;
import org.marquetry.campaign.core.desk.LaunchTable.Launch;
import org.marquetry.campaign.core.desk.LaunchTable.Person;
import org.marquetry.campaign.core.desk.LaunchTable.State;
import org.marquetry.copy.api.Mails;
import org.marquetry.decision.api.Decision;
import org.marquetry.decision.api.DecisionLog;
import org.marquetry.decision.api.Reason;
import org.marquetry.experiment.api.RegisteredExperiments;
import org.marquetry.lib.versions.Versions;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.shop.api.CampaignId;
import org.marquetry.shop.api.CustomerId;
import org.marquetry.shop.api.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Carries a launch out: chooses who gets it, once, and hands what is due to the contact policy.
/// May be cut off anywhere and begun again: the ledger knows who was served.
@Component
public final class LaunchJob implements JobHandler {
  static final String KIND = "campaign.launch";
  static final String STEP = CampaignBrief.STEP;
  private static final int BATCH = 100; // a stop takes effect after one
  private static final int LOGGED = 1_000;

  private final Desk desk;
  private final CampaignStore store;
  private final LaunchTable launches;
  private final ContactPolicy policy;
  private final Offers offers;
  private final Mails mails;
  private final RegisteredExperiments experiments;
  private final DecisionLog log;

  @Activate
  public LaunchJob(
      @Reference Desk desk,
      @Reference ContactPolicy policy,
      @Reference Offers offers,
      @Reference Mails mails,
      @Reference RegisteredExperiments experiments,
      @Reference DecisionLog log) {
    this.desk = desk;
    this.store = desk.store();
    this.launches = store.launches();
    this.policy = policy;
    this.offers = offers;
    this.mails = mails;
    this.experiments = experiments;
    this.log = log;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("发送活动", "Sending a campaign");
  }

  @Override
  public Map<String, String> run(JobContext job) {
    return Actor.SYSTEM.call(() -> {
      String id = job.key();
      Launch launch = launches.find(id).orElseThrow();
      SavedCampaign saved = Versions.former(store.history(id), launch.version());
      if (launch.state() == CampaignState.CHOOSING) {
        job.step(new Words("选定收件人", "choosing who gets it"));
        choose(saved, launch);
      }
      job.step(new Words("发送", "sending"));
      int served = send(saved, launch, job);
      launches.ended(id);
      if (launches.find(id).orElseThrow().state() == CampaignState.SENT) {
        policy.release(new CampaignId(id));
      }
      return Map.of("messages", Integer.toString(served));
    });
  }

  /// The same people for the same state of the shop; what a try that was cut off chose is chosen
  /// anew. Everybody is decided on here, at once: what is sent later, or not at all, must not
  /// change the groups that are compared.
  private void choose(SavedCampaign saved, Launch launch) {
    CampaignPlan plan = desk.plan(saved, launch);
    register(saved, plan.brief());
    Decisions decisions = Decisions.of(plan.brief().split(), STEP);
    List<Reason> why = List.of(why(saved));
    List<Person> people = new ArrayList<>();
    List<Decision> decided = new ArrayList<>();
    for (PlannedContact contact : plan.contacts()) {
      CustomerId customer = contact.candidate().customer();
      Instant at = contact.sendAt().orElse(plan.brief().earliest());
      if (contact.disposition() == Disposition.PLANNED) {
        String variant = contact.variant().orElseThrow();
        people.add(new Person(customer, contact.variant(), at, State.WAITING, ""));
        decided.add(decisions.message(customer, variant, variant, launch.at(), why));
      } else if (contact.disposition() == Disposition.HOLDOUT) {
        people.add(new Person(customer, Optional.empty(), at, State.HOLDOUT, ""));
        decided.add(decisions.holdout(customer, launch.at(), why));
      }
    }
    for (int from = 0; from < decided.size(); from += LOGGED) {
      log.append(decided.subList(from, Math.min(from + LOGGED, decided.size())));
    }
    launches.choose(saved.id(), plan.sum(), people);
  }

  /// Why these people, and not others.
  private static Reason why(SavedCampaign saved) {
    Campaign campaign = saved.campaign();
    Map<String, String> facts = new TreeMap<>();
    facts.put("campaign", campaign.name());
    facts.put("version", Integer.toString(saved.version()));
    campaign.segment().ifPresent(s -> facts.put("segment", s));
    campaign.offer().ifPresent(o -> facts.put("offer", o));
    return new Reason("campaign.chosen", facts);
  }

  /// Before the first person is decided on.
  private void register(SavedCampaign saved, CampaignBrief brief) {
    if (experiments.find(saved.id()).filter(e -> !e.isDeleted()).isEmpty()) {
      desk.briefs()
          .experiment(saved, brief, desk.clock().instant())
          .ifPresent(experiments::register);
    }
  }

  private int send(SavedCampaign saved, Launch launch, JobContext job) {
    CampaignBrief brief = desk.briefs().of(saved, launch);
    policy.reserve(brief.contact(), waiting(saved.id()));
    Sending sending = new Sending(saved, launch, brief, desk, policy, offers, mails, log);
    int served = 0;
    int all = waitingCount(saved.id());
    while (launches.find(saved.id()).orElseThrow().state() == CampaignState.SENDING
        && launches.mayGoOut(saved.id())) {
      if (job.cancelled()) {
        throw new JobStopped();
      }
      List<Person> due = launches.due(saved.id(), desk.clock().instant(), BATCH);
      if (due.isEmpty()) {
        break;
      }
      launches.keep(saved.id(), sending.send(due));
      served += due.size();
      job.at(Math.min(1, (double) served / Math.max(1, all)));
    }
    return served;
  }

  private int waitingCount(String id) {
    return launches.counts(id).stream()
        .filter(c -> c.state() == State.WAITING)
        .mapToInt(LaunchTable.Count::people)
        .sum();
  }

  private List<CustomerId> waiting(String id) {
    List<CustomerId> all = new ArrayList<>();
    Optional<CustomerId> after = Optional.empty();
    List<Person> page;
    do {
      page = launches.list(id, State.WAITING, after, LOGGED * 10);
      page.forEach(p -> all.add(p.customer()));
      after = page.isEmpty() ? after : Optional.of(page.getLast().customer());
    } while (page.size() == LOGGED * 10);
    return all;
  }
}
