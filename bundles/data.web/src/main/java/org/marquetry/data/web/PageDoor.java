package org.marquetry.data.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.marquetry.data.api.OwnTypes;
import org.marquetry.data.api.PageKeys.PageKey;
import org.marquetry.lib.json.Json;
import org.marquetry.lib.json.JsonException;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.marquetry.platform.api.http.OpenAnswer;
import org.marquetry.platform.api.http.OpenPath;
import org.marquetry.platform.api.http.OpenRequest;
import org.marquetry.platform.api.journal.Journal;
import org.marquetry.shop.api.Event;
import org.marquetry.shop.api.EventProperties;
import org.marquetry.shop.api.EventTypes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/// The door for the shop's pages: gives out the script and takes what it sends, from pages of the
/// key's origins only.
@Provider("web")
@Component(configurationPid = "org.marquetry.data.web")
@Designate(ocd = WebConfig.class)
public final class PageDoor implements OpenPath {
  private static final String SCRIPT = "/page.js";
  private static final String EVENTS = "/page/events";
  private static final String SEEN = "/page/seen";
  private static final String MORE = "/page/more";
  private static final Map<String, String> SCRIPT_HEADERS =
      Map.of(
          "Cache-Control",
          "public, max-age=3600",
          "Access-Control-Allow-Origin",
          "*",
          "Cross-Origin-Resource-Policy",
          "cross-origin");

  private final KeyTable keys;
  private final Journal journal;
  private final InstantSource clock;
  private final OwnTypes own;
  private final Agents agents;
  private final Callers callers = new Callers();
  private final Buckets addresses;
  private final Buckets events;
  private final String script = script();

  @Activate
  public PageDoor(
      @Reference KeyTable keys,
      @Reference Journal journal,
      @Reference InstantSource clock,
      @Reference OwnTypes own,
      WebConfig config) {
    this(
        keys,
        journal,
        clock,
        own,
        Agents.with(config.agents()),
        new Buckets(config.requests_per_minute()),
        new Buckets(config.events_per_minute()));
  }

  PageDoor(
      KeyTable keys,
      Journal journal,
      InstantSource clock,
      OwnTypes own,
      Agents agents,
      Buckets addresses,
      Buckets events) {
    this.keys = keys;
    this.journal = journal;
    this.clock = clock;
    this.own = own;
    this.agents = agents;
    this.addresses = addresses;
    this.events = events;
  }

  static String script() {
    try (InputStream in = PageDoor.class.getResourceAsStream("page.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("unreadable resource page.js", e);
    }
  }

  @Override
  public List<String> paths() {
    return List.of(SCRIPT, EVENTS, SEEN, MORE);
  }

  @Override
  public OpenAnswer handle(OpenRequest request) {
    if (request.path().equals(SCRIPT)) {
      return new OpenAnswer(200, "text/javascript", script, SCRIPT_HEADERS);
    }
    Instant now = clock.instant();
    if (!addresses.take(callers.name(request.from(), ""), 1, now.toEpochMilli())) {
      return new OpenAnswer(429, "", "", Map.of("Retry-After", "10"));
    }
    Optional<PageKey> key = request.query("key").flatMap(keys::active);
    return switch (request.path()) {
      case MORE -> trap(request, now);
      case SEEN -> seen(request, key, now);
      default -> batch(request, key, now);
    };
  }

  private OpenAnswer trap(OpenRequest request, Instant now) {
    caller(request, now).trapped();
    return OpenAnswer.empty(204);
  }

  /// A page without script.
  private OpenAnswer seen(OpenRequest request, Optional<PageKey> key, Instant now) {
    Optional<String> page = request.header("Referer");
    Optional<PageKey> ours = key.filter(k -> comesFrom(k, page.flatMap(Origins::of)));
    if (ours.isEmpty()) {
      return OpenAnswer.empty(403);
    }
    if (!events.take(ours.get().id(), 1, now.toEpochMilli())) {
      return new OpenAnswer(429, "", "", Map.of("Retry-After", "10"));
    }
    Recent recent = caller(request, now);
    recent.scriptless();
    recent.page(now.toEpochMilli());
    double bot = bot(recent, request, now);
    append(
        List.of(
            Event.builder(ours.get().id() + ".n-" + random(), EventTypes.VIEWED, now)
                .properties(
                    Map.of("script", "no", EventProperties.BOT_PROBABILITY, Double.toString(bot)))
                .build()));
    return OpenAnswer.empty(204);
  }

  private OpenAnswer batch(OpenRequest request, Optional<PageKey> key, Instant now) {
    Optional<String> origin = request.header("Origin");
    if (key.isEmpty() || !comesFrom(key.get(), origin)) {
      return refused(
          403,
          key.isEmpty()
              ? "there is no such page key, or it was removed"
              : "pages of " + origin.orElse("nowhere") + " are not in the key's list of origins");
    }
    Map<String, String> headers =
        Map.of("Access-Control-Allow-Origin", origin.orElse(""), "Vary", "Origin");
    if (request.method().equals("OPTIONS")) {
      TreeMap<String, String> allowed = new TreeMap<>(headers);
      allowed.put("Access-Control-Allow-Methods", "POST");
      allowed.put("Access-Control-Allow-Headers", "content-type");
      allowed.put("Access-Control-Max-Age", "3600");
      return new OpenAnswer(204, "", "", allowed);
    }
    if (!request.method().equals("POST")) {
      return new OpenAnswer(405, "", "", Map.of("Allow", "OPTIONS, POST"));
    }
    try {
      return answer(store(request, key.get(), PageBatch.read(request.body()), now), headers);
    } catch (IllegalArgumentException e) {
      return new OpenAnswer(
          422, "application/json", Json.write(Map.of("refused", reason(e))), headers);
    }
  }

  private static OpenAnswer refused(int status, String reason) {
    return new OpenAnswer(
        status, "application/json", Json.write(Map.of("refused", reason)), Map.of());
  }

  private static boolean comesFrom(PageKey key, Optional<String> origin) {
    return origin.flatMap(Origins::of).filter(key.origins()::contains).isPresent();
  }

  /// What became of a batch.
  ///
  /// @param reasons why events were left out, each with its place in the batch
  private record Stored(int accepted, List<String> reasons, boolean tooMany) {}

  private Stored store(OpenRequest request, PageKey key, PageBatch batch, Instant now) {
    if (!events.take(key.id(), batch.events().size(), now.toEpochMilli())) {
      return new Stored(0, List.of(), true);
    }
    Recent recent = known(request, batch, now);
    List<Event> good = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < batch.events().size(); i++) {
      PageEvent event = new PageEvent(key, batch, batch.events().get(i), now, this::declared);
      try {
        note(recent, event);
        good.addAll(event.events(bot(recent, request, now)));
      } catch (IllegalArgumentException | JsonException e) {
        reasons.add("event " + i + ": " + reason(e));
      }
    }
    append(good);
    return new Stored(good.size(), reasons, false);
  }

  private Optional<OwnTypes.EventType> declared(String name) {
    return Actor.SYSTEM.call(() -> own.type(name));
  }

  private static void note(Recent recent, PageEvent event) {
    switch (event.type()) {
      case EventTypes.VIEWED -> recent.page(event.at().toEpochMilli());
      case PageEvent.LEFT -> recent.left(event.batch().inputs() > 0, event.visibleMs());
      default -> {}
    }
  }

  /// A visitor who agreed is known by the id, others by address and agent; a trap counts for both.
  private Recent known(OpenRequest request, PageBatch batch, Instant now) {
    Recent caller = caller(request, now);
    Recent recent = batch.visitor().map(v -> callers.recent(v, now.toEpochMilli())).orElse(caller);
    if (caller.isTrapped()) {
      recent.trapped();
    }
    if (batch.automated()) {
      recent.automated();
    }
    return recent;
  }

  private Recent caller(OpenRequest request, Instant now) {
    return callers.recent(callers.name(request.from(), agent(request)), now.toEpochMilli());
  }

  private double bot(Recent recent, OpenRequest request, Instant now) {
    return BotModel.probability(recent.signals(agents.lists(agent(request)), now.toEpochMilli()));
  }

  private static String agent(OpenRequest request) {
    return request.header("User-Agent").orElse("");
  }

  private void append(List<Event> good) {
    if (!good.isEmpty()) {
      Actor.SYSTEM.run(() -> journal.append(good));
    }
  }

  private static OpenAnswer answer(Stored stored, Map<String, String> headers) {
    if (stored.tooMany) {
      return new OpenAnswer(429, "", "", headers);
    }
    TreeMap<String, Object> body = new TreeMap<>();
    body.put("accepted", stored.accepted);
    body.put("refused", stored.reasons);
    return new OpenAnswer(202, "application/json", Json.write(body), headers);
  }

  private static String reason(RuntimeException e) {
    return PageEvent.reason(e);
  }

  private static String random() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
  }
}
