package org.marquetry.sandbox.home;

import static org.marquetry.sandbox.api.SampleShopState.Phase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.marquetry.access.api.Audit;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.sandbox.api.SampleShop;
import org.marquetry.sandbox.api.SampleShopState;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/// The made-up shop as a process of its own. What it says on its terminal goes into a file of this
/// home's `tmp/` that only this user can read: the one-time token stands in it.
@Provider("process")
@Component(configurationPid = "org.marquetry.sandbox.home")
@Designate(ocd = SampleConfig.class)
public final class SampleProcess implements SampleShop {
  private static final Pattern TOKEN = Pattern.compile("One-time token[^:]*: (\\S+)");
  private static final int LAST_WORDS = 400;

  private final SampleHome home;
  private final Path said;
  private final int port;
  private final boolean thisIsIt;
  private final Audit audit;
  private @Nullable Process started; // guarded by this

  @Activate
  public SampleProcess(BundleContext context, @Reference Audit audit, SampleConfig config) {
    this.home =
        new SampleHome(
            config.home().isBlank()
                ? Path.of(System.getProperty("user.home"), ".marquetry-demo")
                : Path.of(config.home()).toAbsolutePath().normalize());
    this.said = Path.of(context.getProperty("marquetry.home"), "tmp", "sample-shop.txt");
    this.port = config.port();
    this.thisIsIt = Boolean.parseBoolean(context.getProperty("marquetry.sample"));
    this.audit = audit;
  }

  @Override
  public synchronized SampleShopState state() {
    Phase phase = phase();
    boolean runs = phase == Phase.RUNNING;
    return new SampleShopState(
        phase,
        home.folder(),
        runs ? home.use().address() : Optional.empty(),
        runs ? token() : Optional.empty(),
        phase == Phase.STOPPED || phase == Phase.NONE ? lastWords() : Optional.empty());
  }

  private Phase phase() {
    if (thisIsIt) {
      return Phase.THIS;
    }
    Process mine = started;
    Optional<ProcessHandle> process = home.use().process();
    if (process.isPresent()) {
      return home.use().address().isPresent() ? Phase.RUNNING : Phase.CHANGING;
    }
    if (mine != null && mine.isAlive()) {
      return Phase.CHANGING;
    }
    try {
      return home.isMade() ? Phase.STOPPED : home.isEmpty() ? Phase.NONE : Phase.FOREIGN;
    } catch (IOException e) {
      return Phase.FOREIGN;
    }
  }

  private Optional<String> token() {
    Matcher told = TOKEN.matcher(said());
    String last = null;
    while (told.find()) {
      last = told.group(1);
    }
    return Optional.ofNullable(last);
  }

  /// What a process of ours said before it ended by itself.
  private Optional<String> lastWords() {
    Process mine = started;
    if (mine == null || mine.isAlive() || mine.exitValue() == 0 || mine.exitValue() == 143) {
      return Optional.empty();
    }
    String all = TOKEN.matcher(said()).replaceAll("").strip();
    return Optional.of(all.substring(Math.max(0, all.length() - LAST_WORDS)));
  }

  private String said() {
    try {
      return Files.exists(said) ? Files.readString(said) : "";
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public synchronized void start() {
    Phase phase = phase();
    if (phase != Phase.NONE && phase != Phase.STOPPED) {
      throw new IllegalStateException(refusal(phase));
    }
    try {
      Files.createDirectories(home.folder());
      Files.createDirectories(said.getParent());
      Files.deleteIfExists(said);
      Files.createFile(
          said, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      List<String> words = new DemoCommand(home.folder(), port, phase == Phase.NONE).words();
      started =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
    } catch (IOException e) {
      throw new IllegalStateException("the made-up shop cannot be started: " + e.getMessage(), e);
    }
    audit.note(new Audit.Act("sandbox.start", "sample/shop", Map.of()));
  }

  @Override
  public synchronized void stop() {
    if (thisIsIt) {
      throw new IllegalStateException(refusal(Phase.THIS));
    }
    ProcessHandle process =
        home.use()
            .process()
            .filter(_ -> home.isMade())
            .orElseThrow(() -> new IllegalStateException("the made-up shop does not run"));
    process.destroy();
    audit.note(new Audit.Act("sandbox.stop", "sample/shop", Map.of()));
  }

  @Override
  public synchronized void remove() {
    Phase phase = phase();
    if (phase == Phase.NONE) {
      return;
    }
    if (phase != Phase.STOPPED) {
      throw new IllegalStateException(refusal(phase));
    }
    try {
      home.delete();
      Files.deleteIfExists(said);
    } catch (IOException e) {
      throw new IllegalStateException(
          "the home " + home.folder() + " cannot be deleted: " + e.getMessage(), e);
    }
    audit.note(new Audit.Act("sandbox.remove", "sample/shop", Map.of()));
  }

  private String refusal(Phase phase) {
    return switch (phase) {
      case THIS -> "this is the made-up shop itself; stop it where it was started";
      case FOREIGN ->
          "the folder "
              + home.folder()
              + " was not made by the made-up shop; name another in the configuration";
      case RUNNING -> "the made-up shop runs; stop it first";
      case CHANGING -> "the made-up shop is starting or stopping; try again in a moment";
      case NONE, STOPPED -> "the made-up shop does not run";
    };
  }
}
