package org.marquetry.sandbox.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/// The job that streams the history; its checkpoint is the number of events sent.
@Component
public final class StreamHistory implements JobHandler {
  static final String KIND = "sandbox.stream";
  private static final int BATCH = 500;

  private final BundleContext context;

  @Activate
  public StreamHistory(BundleContext context) {
    this.context = context;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<String, String> run(JobContext job) throws IOException {
    job.step("making the history of a shop");
    List<DemoEvent> events = DemoHistory.of(job.arguments()).events();
    job.step("streaming the history through the door");
    Door door = Door.of(Path.of(context.getProperty("marquetry.home")));
    int sent = job.checkpoint().map(StreamHistory::number).orElse(0);
    while (sent < events.size()) {
      int to = Math.min(sent + BATCH, events.size());
      door.send(events.subList(sent, to));
      sent = to;
      job.at((double) sent / events.size());
      if (job.cancelled()) {
        job.save(Integer.toString(sent).getBytes(StandardCharsets.US_ASCII));
        throw new JobStopped();
      }
    }
    return Map.of("events", Integer.toString(sent));
  }

  private static int number(byte[] checkpoint) {
    return Integer.parseInt(new String(checkpoint, StandardCharsets.US_ASCII));
  }
}
