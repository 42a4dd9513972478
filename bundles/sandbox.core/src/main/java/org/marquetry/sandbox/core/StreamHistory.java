package org.marquetry.sandbox.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.marquetry.shop.api.Event;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/// The job that streams the past through the door; its checkpoint is the number of events sent.
@Component
public final class StreamHistory implements JobHandler {
  static final String KIND = "sandbox.stream";
  private static final int BATCH = 5_000;

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
    job.step("streaming the past through the door");
    Door door = Door.of(Path.of(context.getProperty("marquetry.home")));
    World world = new World(Setting.of(job.arguments()));
    long done = job.checkpoint().map(StreamHistory::number).orElse(0L);
    long sent = 0;
    List<Event> waiting = new ArrayList<>();
    while (world.day() < Setting.PAST) {
      world.live();
      for (Event event : world.take(world.season().start(world.day()))) {
        if (sent++ >= done) {
          waiting.add(event);
        }
        if (waiting.size() == BATCH) {
          door.send(waiting);
          waiting.clear();
        }
      }
      job.at((double) world.day() / Setting.PAST);
      if (job.cancelled()) {
        door.send(waiting);
        job.save(Long.toString(sent).getBytes(StandardCharsets.US_ASCII));
        throw new JobStopped();
      }
    }
    door.send(waiting);
    return Map.of("events", Long.toString(sent));
  }

  private static long number(byte[] checkpoint) {
    return Long.parseLong(new String(checkpoint, StandardCharsets.US_ASCII));
  }
}
