package org.marquetry.sandbox.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.marquetry.platform.api.jobs.JobContext;
import org.marquetry.platform.api.jobs.JobHandler;
import org.marquetry.platform.api.jobs.JobStopped;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
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
    Door door = new Door(base(), Path.of(context.getProperty("marquetry.home"), "run", "token"));
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

  /// The address that the suite listens on.
  private URI base() throws IOException {
    try {
      ServiceReference<?>[] doors =
          context.getServiceReferences((String) null, "(osgi.http.endpoint=*)");
      if (doors != null) {
        Object endpoints = doors[0].getProperty("osgi.http.endpoint");
        Stream<?> all =
            switch (endpoints) {
              case String one -> Stream.of(one);
              case String[] many -> Stream.of(many);
              case List<?> many -> many.stream();
              default -> Stream.empty();
            };
        return URI.create(all.map(Object::toString).findFirst().orElseThrow());
      }
    } catch (InvalidSyntaxException e) {
      throw new AssertionError(e);
    }
    throw new IOException("the HTTP door is not open; see the log for what the feature http says");
  }
}
