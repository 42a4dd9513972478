package org.marquetry.access.core;

import java.util.Set;
import java.util.regex.Pattern;

/// What a permission looks like; which ones there are is told by the services that require them.
final class Permissions {
  private static final Pattern FORM = Pattern.compile("\\*|[a-z]+(\\.[a-zA-Z]+)+");
  private static final int MOST = 50;

  private Permissions() {}

  static void check(Set<String> permissions) {
    if (permissions.isEmpty()) {
      throw new IllegalArgumentException("a key needs at least one permission");
    }
    if (permissions.size() > MOST) {
      throw new IllegalArgumentException("a key may have at most " + MOST + " permissions");
    }
    for (String permission : permissions) {
      if (permission.length() > 60 || !FORM.matcher(permission).matches()) {
        throw new IllegalArgumentException(
            "a permission is subject.verb, for example data.write, or *; got " + permission);
      }
    }
  }
}
