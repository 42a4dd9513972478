package org.marquetry.access.core;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.marquetry.access.api.Users;

/// The roles, each a set of permissions.
final class Roles {
  static final String ADMINISTRATOR = "administrator";

  private static final Set<String> VIEWER =
      Set.of(
          "access.self",
          "campaign.read",
          "copy.read",
          "data.read",
          "decision.read",
          "experiment.read",
          "feature.read",
          "insight.read",
          "job.read",
          "offer.read",
          "placement.read",
          "profile.read",
          "projection.read",
          "recommend.read",
          "search.read",
          "settings.read",
          "system.read",
          "warehouse.read");
  private static final Set<String> MARKETER =
      Set.of(
          "campaign.check",
          "campaign.launch",
          "campaign.plan",
          "campaign.rules",
          "campaign.send",
          "campaign.write",
          "channel.send",
          "copy.write",
          "data.configure",
          "data.import",
          "decision.write",
          "experiment.decide",
          "experiment.write",
          "insight.write",
          "job.cancel",
          "job.start",
          "lab.run",
          "offer.write",
          "placement.choose",
          "profile.build",
          "recommend.rules",
          "recommend.train",
          "search.build",
          "segment.write");
  private static final Set<String> APPROVER = Set.of("campaign.approve", "campaign.check");
  private static final Map<String, Set<String>> ALL =
      new TreeMap<>(
          Map.of(
              ADMINISTRATOR,
              Set.of("*"),
              "approver",
              union(VIEWER, APPROVER),
              "marketer",
              union(VIEWER, MARKETER),
              "viewer",
              VIEWER));

  private Roles() {}

  static List<Users.Role> all() {
    return ALL.entrySet().stream().map(e -> new Users.Role(e.getKey(), e.getValue())).toList();
  }

  static Set<String> checked(Set<String> roles) {
    for (String role : roles) {
      if (!ALL.containsKey(role)) {
        throw new IllegalArgumentException(
            "there is no role " + role + "; there are " + ALL.keySet());
      }
    }
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a user needs at least one role of " + ALL.keySet());
    }
    return roles;
  }

  static Set<String> permissions(Set<String> roles) {
    Set<String> all = new TreeSet<>();
    roles.forEach(r -> all.addAll(ALL.getOrDefault(r, Set.of())));
    return all;
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> both = new TreeSet<>(a);
    both.addAll(b);
    return both;
  }
}
