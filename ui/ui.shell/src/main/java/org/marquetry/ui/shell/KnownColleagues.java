package org.marquetry.ui.shell;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.marquetry.access.api.Users;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.ui.api.Colleagues;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Colleagues are the users and API keys that ever were, the suite itself and its command line.
@Component
public final class KnownColleagues implements Colleagues {
  private static final String COMMAND_LINE = "command-line";

  private final Users users;
  private final ShellTexts texts = new ShellTexts();

  @Activate
  public KnownColleagues(@Reference Users users) {
    this.users = users;
  }

  @Override
  public UnaryOperator<String> names(Locale locale) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(Actor.SYSTEM.name(), text(locale, "suite"));
    names.put(COMMAND_LINE, text(locale, "commandLine"));
    Actor.SYSTEM.run(() -> {
      users.removed().forEach(u -> names.put(u.id(), text(locale, "gone", u.name())));
      users.users().forEach(u -> names.put(u.id(), u.name()));
      users.keys().forEach(k -> names.put(k.id(), text(locale, "key", k.label())));
    });
    return id -> names.getOrDefault(id, id);
  }

  private String text(Locale locale, String key, Object... values) {
    String text = texts.text("shell.colleague." + key, locale).orElseThrow();
    return new MessageFormat(text, locale).format(values);
  }

  @Override
  public List<String> users() {
    return Actor.SYSTEM.call(() -> users.users().stream().map(Users.User::id).toList());
  }
}
