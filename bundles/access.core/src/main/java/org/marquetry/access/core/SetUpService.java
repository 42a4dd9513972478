package org.marquetry.access.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.marquetry.access.api.SetUp;
import org.marquetry.access.api.ShopSettings;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Set-up of a fresh home with a one-time token of 60 random bits.
@Provider("core")
@Component
public final class SetUpService implements SetUp {
  private static final int GROUPS = 3;
  private static final int ID_LENGTH = 8;
  private static final int WRONG_ALLOWED = 10;

  private final AccessStore store;
  private String token;
  private int wrong;

  @Activate
  public SetUpService(@Reference AccessStore store) {
    this.store = store;
    this.token = Ids.token(store.random(), GROUPS);
  }

  @Override
  public boolean needed() {
    return !store.state().hasUser();
  }

  @Override
  public synchronized String token() {
    checkNeeded();
    return token;
  }

  @Override
  public synchronized Done complete(Request request) {
    checkNeeded();
    if (!same(request.token())) {
      if (++wrong >= WRONG_ALLOWED) {
        token = Ids.token(store.random(), GROUPS);
        wrong = 0;
      }
      return Done.WRONG_TOKEN;
    }
    String name = Names.checkedName(request.name());
    Names.checkPassword(request.password());
    String language = Names.checkedLanguage(request.language());
    var settings =
        new ShopSettings.Settings(request.shopName().strip(), request.currency(), request.zone());
    String id = "u-" + Ids.random(store.random(), ID_LENGTH).toLowerCase(Locale.ROOT);
    Account first =
        new Account(
            id,
            name,
            store.passwords().hash(request.password()),
            Set.of(Roles.ADMINISTRATOR),
            language);
    Actor self = new Actor(Actor.Kind.USER, id, Set.of());
    store.change(change -> {
      checkNeeded();
      change.put(first);
      change.put(settings, id);
      change.note(self, "user.add", "user/" + id, Map.of("roles", Roles.ADMINISTRATOR));
      change.note(self, "settings.change", "settings/shop", ShopSettingsService.told(settings));
      return first;
    });
    return Done.OK;
  }

  private boolean same(String given) {
    return MessageDigest.isEqual(
        given.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
        token.getBytes(StandardCharsets.UTF_8));
  }

  private void checkNeeded() {
    if (!needed()) {
      throw new IllegalStateException("this home is set up already; log in");
    }
  }
}
