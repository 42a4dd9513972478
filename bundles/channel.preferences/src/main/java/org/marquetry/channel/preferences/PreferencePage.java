package org.marquetry.channel.preferences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.marquetry.channel.api.Permit;
import org.marquetry.channel.api.UnsubscribeLinks.Message;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.OpenAnswer;
import org.marquetry.platform.api.http.OpenPath;
import org.marquetry.platform.api.http.OpenRequest;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.platform.api.journal.JournalException;
import org.marquetry.platform.api.time.Timers;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The page behind the link of a message, for everybody who holds the link: what it shows changes
/// nothing (programs follow links, too), what is posted there is a fact once it is answered.
@Provider("preferences")
@Component
public final class PreferencePage implements OpenPath {
  static final String PATH = "/preferences";

  private static final Logger log = LoggerFactory.getLogger(PreferencePage.class);
  private static final Pattern ONE_CLICK =
      Pattern.compile("List-Unsubscribe\\W.*One-Click", Pattern.DOTALL);
  private static final int ONE_CLICK_SECONDS = 10;

  private final LinkKey key;
  private final Journal journal;
  private final InstantSource clock;
  private final Clicks clicks = new Clicks();
  private final Timers.Timer forget;

  @Activate
  public PreferencePage(
      BundleContext context,
      @Reference Journal journal,
      @Reference InstantSource clock,
      @Reference Timers timers)
      throws IOException {
    this(SignedLinks.key(SignedLinks.home(context)), journal, clock, timers);
  }

  PreferencePage(LinkKey key, Journal journal, InstantSource clock, Timers timers) {
    this.key = key;
    this.journal = journal;
    this.clock = clock;
    forget =
        Actor.SYSTEM.call(
            () -> timers.poll("channel.preferences", Duration.ofMinutes(1), clicks::forget));
  }

  @Deactivate
  void close() {
    forget.cancel();
  }

  @Override
  public List<String> paths() {
    return List.of(PATH);
  }

  @Override
  public OpenAnswer handle(OpenRequest request) {
    String token = request.query("t").orElse("");
    Page page = Page.in(Languages.of(request), token);
    Optional<Message> message = Token.read(token, key);
    if (message.isEmpty()) {
      return page.answer(403, page.unknown());
    }
    if (!request.method().equals("POST")) {
      return page.answer(200, page.choices(nonce(), Optional.empty()));
    }
    if (message.get().purpose().equals(Permit.TEST)) {
      return page.answer(200, page.test());
    }
    return post(request, page, token, message.get());
  }

  private OpenAnswer post(OpenRequest request, Page page, String token, Message message) {
    Form form = Form.read(request.body());
    boolean oneClick = ONE_CLICK.matcher(request.body()).find();
    Optional<Wish> wish = oneClick ? Optional.of(Wish.KIND) : form.value("wish").flatMap(Wish::of);
    Instant now = clock.instant();
    String click =
        oneClick
            ? "one-click " + now.getEpochSecond() / ONE_CLICK_SECONDS
            : form.value("click").orElse("");
    if (wish.isEmpty() || click.isBlank()) {
      return page.answer(200, page.choices(nonce(), Optional.empty()));
    }
    if (!clicks.take(token)) {
      return page.answer(429, page.later());
    }
    try {
      String id = "link-" + uuid(token + "\n" + wish.get() + "\n" + click);
      Actor.SYSTEM.run(() -> journal.append(wish.get().event(message, id, now)));
      return page.answer(200, page.choices(nonce(), wish));
    } catch (JournalException e) {
      log.warn("What a person wants about messages could not be stored", e);
      return page.answer(503, page.later());
    }
  }

  private static String nonce() {
    return UUID.randomUUID().toString();
  }

  private static UUID uuid(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
