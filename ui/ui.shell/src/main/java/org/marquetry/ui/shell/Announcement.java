package org.marquetry.ui.shell;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.marquetry.access.api.SetUp;
import org.marquetry.platform.api.gate.Actor;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;

/// Tells the person at the terminal where the suite is and, for a fresh home, the one-time token.
/// Neither goes into a log.
@Component(service = Announcement.class)
public final class Announcement {
  private final SetUp setUp;
  private final PrintStream terminal;
  private final ServiceReference<HttpServiceRuntime> http;
  private String told = "";

  @Activate
  public Announcement(
      @Reference SetUp setUp,
      @Reference(target = "(marquetry.stream=err)") PrintStream terminal,
      @Reference(service = HttpServiceRuntime.class) ServiceReference<HttpServiceRuntime> http) {
    this.setUp = setUp;
    this.terminal = terminal;
    this.http = http;
  }

  /// The pages can be opened now.
  void ready() {
    terminal.println(
        "Marquetry is ready: open " + address().orElse("its address") + " in a browser");
    token();
  }

  /// Print the one-time token, if there is one that was not printed yet: ten wrong ones make a new
  /// one.
  synchronized void token() {
    if (!Actor.SYSTEM.call(setUp::needed)) {
      return;
    }
    String token = Actor.SYSTEM.call(setUp::token);
    if (!token.equals(told)) {
      told = token;
      terminal.println("One-time token for its set-up: " + token);
    }
  }

  private Optional<String> address() {
    Object endpoints = http.getProperty("osgi.http.endpoint");
    return switch (endpoints) {
      case String one -> Optional.of(one);
      case String[] many -> Arrays.stream(many).findFirst();
      case Iterable<?> many -> Stream.of(many.iterator().next()).map(String::valueOf).findFirst();
      case null, default -> Optional.empty();
    };
  }
}
