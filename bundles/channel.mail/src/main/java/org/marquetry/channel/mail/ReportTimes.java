package org.marquetry.channel.mail;

import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.jobs.JobRequest;
import org.marquetry.platform.api.jobs.Schedule;
import org.marquetry.platform.api.jobs.Schedules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Has the mailbox of reports read by the clock, where there is one.
@Component(
    service = ReportTimes.class,
    immediate = true,
    configurationPid = "org.marquetry.channel.mail.reports")
public final class ReportTimes {
  @Activate
  public ReportTimes(@Reference Schedules schedules, MailboxConfig config) {
    Actor.SYSTEM.run(() -> keep(schedules, config));
  }

  private static void keep(Schedules schedules, MailboxConfig config) {
    String kind = ReadReports.KIND;
    if (config.host().isBlank()) {
      schedules.remove(kind);
    } else {
      JobRequest job = JobRequest.of(kind, kind);
      schedules.put(new Schedule(kind, config.cron(), Schedule.Missed.RUN_ONCE, job));
    }
  }
}
