package org.marquetry.access.core;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.marquetry.access.api.LogIn;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Log-in by name and password or by API key.
@Provider("core")
@Component
public final class LogInService implements LogIn {
  private static final int FREE_PER_NAME = 5;
  private static final int FREE_PER_ADDRESS = 20;

  private final AccessStore store;
  private final Throttle names;
  private final Throttle addresses;

  @Activate
  public LogInService(@Reference AccessStore store, @Reference InstantSource clock) {
    this.store = store;
    this.names = new Throttle(clock, FREE_PER_NAME);
    this.addresses = new Throttle(clock, FREE_PER_ADDRESS);
  }

  @Override
  public Result logIn(String name, String password, String from) {
    String key = Names.key(name);
    Optional<Duration> pause = begin(key, from);
    if (pause.isPresent()) {
      return new Result.Throttled(pause.get());
    }
    Optional<Account> account = store.state().named(name);
    if (!Names.possible(password) || !right(account, password)) {
      return new Result.Refused();
    }
    names.clear(key);
    addresses.takeBack(from);
    return accepted(account.orElseThrow());
  }

  private boolean right(Optional<Account> account, String password) {
    if (account.isEmpty()) {
      store.passwords().pretend(password);
      return false;
    }
    return store.passwords().matches(password, account.get().hash());
  }

  @Override
  public Result confirm(String password, String from) {
    String user = Actor.current().name();
    Account account =
        store
            .state()
            .account(user)
            .filter(_ -> Actor.current().kind() == Actor.Kind.USER)
            .orElseThrow(() ->
                new IllegalStateException("only a user has a password; this is no user's session"));
    Result result = logIn(account.user().name(), password, from);
    if (!(result instanceof Result.Throttled)) {
      boolean right = result instanceof Result.Accepted;
      store.change(change -> {
        change.note("user.confirm", "user/" + user, Map.of("password", right ? "right" : "wrong"));
        return right;
      });
    }
    return result;
  }

  @Override
  public Optional<Result.Accepted> renew(Session session) {
    return store
        .state()
        .account(session.user())
        .map(LogInService::accepted)
        .filter(a -> a.session().equals(session));
  }

  @Override
  public Result key(String key, String from) {
    Optional<Duration> pause = addresses.pause(from);
    if (pause.isPresent()) {
      return new Result.Throttled(pause.get());
    }
    Optional<Key> known = ApiKeys.find(store.state().activeKeys(), key);
    if (known.isEmpty()) {
      addresses.begin(from);
      return new Result.Refused();
    }
    Actor actor = new Actor(Actor.Kind.API_KEY, known.get().id(), known.get().permissions());
    return new Result.Accepted(actor, "en", new Session(actor.name(), ""));
  }

  private synchronized Optional<Duration> begin(String name, String from) {
    Optional<Duration> pause =
        Stream.of(names.pause(name), addresses.pause(from))
            .flatMap(Optional::stream)
            .max(Duration::compareTo);
    if (pause.isEmpty()) {
      names.begin(name);
      addresses.begin(from);
    }
    return pause;
  }

  private static Result.Accepted accepted(Account account) {
    Actor actor = new Actor(Actor.Kind.USER, account.id(), Roles.permissions(account.roles()));
    return new Result.Accepted(
        actor, account.language(), new Session(account.id(), ApiKeys.sha256(account.hash())));
  }
}
