package org.marquetry.campaign.policy;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.access.api.Audit;
import org.marquetry.campaign.api.ContactRules;
import org.marquetry.campaign.api.FrequencyCap;
import org.marquetry.campaign.api.Purpose;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Says and sets the rules of contact.
@Provider("stored")
@Component
public final class StoredContactRules implements ContactRules {
  private final RuleTable table;
  private final Audit audit;
  private final InstantSource clock;

  @Activate
  public StoredContactRules(
      @Reference RuleTable table, @Reference Audit audit, @Reference InstantSource clock) {
    this.table = table;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public RuleSet rules(Purpose purpose) {
    return table.rules(purpose);
  }

  @Override
  public void change(Purpose purpose, RuleSet rules) {
    RuleSet before = table.rules(purpose);
    if (before.equals(rules)) {
      return;
    }
    table.add(purpose, new Change(clock.instant(), Actor.current().name(), rules));
    audit.note(
        new Audit.Act("contact.rules", "contactRules/" + purpose.id(), words(before, rules)));
  }

  private static Map<String, String> words(RuleSet before, RuleSet after) {
    Map<String, String> words = new HashMap<>();
    words.put("from", words(before));
    words.put("to", words(after));
    return words;
  }

  private static String words(RuleSet rules) {
    StringBuilder words = new StringBuilder();
    rules.quiet().ifPresent(q -> words.append(q.from()).append('-').append(q.until()).append(' '));
    rules
        .byChannel()
        .forEach((channel, cap) -> words.append(channel).append(' ').append(words(cap)));
    rules.inSum().ifPresent(cap -> words.append("all ").append(words(cap)));
    return words.toString().strip();
  }

  private static String words(FrequencyCap cap) {
    return cap.messages() + "/" + cap.days() + "d ";
  }

  @Override
  public List<Change> history(Purpose purpose) {
    return table.history(purpose);
  }
}
