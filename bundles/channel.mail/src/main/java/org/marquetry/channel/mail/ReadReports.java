package org.marquetry.channel.mail;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.marquetry.channel.mail.ReportBook.Result;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.shop.api.Words;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/// Reads the mailbox of reports. A mail that is read twice is a fact once.
@Component(configurationPid = "org.marquetry.channel.mail.reports")
@Designate(ocd = MailboxConfig.class)
public final class ReadReports implements JobHandler {
  static final String KIND = "mail.reports";

  private final ReportBook book;
  private final MailboxConfig config;
  private final Path etc;

  @Activate
  public ReadReports(BundleContext context, @Reference ReportBook book, MailboxConfig config) {
    this(book, config, Path.of(context.getProperty("marquetry.home"), "etc"));
  }

  ReadReports(ReportBook book, MailboxConfig config, Path etc) {
    this.book = book;
    this.config = config;
    this.etc = etc;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Words title() {
    return new Words("读取退信与投诉", "Reading bounces and complaints");
  }

  @Override
  public Map<String, String> run(JobContext job) throws Exception {
    Mailbox mailbox =
        new Mailbox(
            config.host(),
            config.port(),
            Mailbox.security(config.security()),
            config.user(),
            Secret.read(config.password(), etc),
            config.folder());
    Map<Result, Integer> counts = new EnumMap<>(Result.class);
    mailbox.read(mail -> enter(mail, counts), job::cancelled);
    if (job.cancelled()) {
      throw new JobStopped();
    }
    Map<String, String> out = new TreeMap<>();
    counts.forEach((r, n) -> out.put(r.name().toLowerCase(Locale.ROOT), Integer.toString(n)));
    return out;
  }

  private boolean enter(byte[] mail, Map<Result, Integer> counts) {
    Result result = book.enter(mail);
    counts.merge(result, 1, Integer::sum);
    return result != Result.UNKNOWN;
  }
}
