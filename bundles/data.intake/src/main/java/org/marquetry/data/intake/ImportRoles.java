package org.marquetry.data.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The roles of a file, and the meanings of their columns, in words.
final class ImportRoles {
  private ImportRoles() {}

  static Map<String, List<String>> all() {
    Map<String, List<String>> roles = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      if (role != Role.OTHER) {
        Stream<Meaning> more =
            RoleColumns.keepsAttributes(role) ? Stream.of(Meaning.ATTRIBUTE) : Stream.empty();
        roles.put(
            role.word(),
            Stream.concat(RoleColumns.of(role).stream(), more)
                .distinct()
                .map(Meaning::word)
                .toList());
      }
    }
    return roles;
  }
}
