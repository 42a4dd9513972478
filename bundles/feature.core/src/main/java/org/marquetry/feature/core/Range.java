package org.marquetry.feature.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.namespace.PackageNamespace;

/// The range of versions in a requirement's filter, for people.
final class Range {
  private Range() {}

  /// The attribute that holds a capability's version.
  static String versionAttribute(String namespace) {
    return namespace.equals(PackageNamespace.PACKAGE_NAMESPACE) ? "version" : "bundle-version";
  }

  /// The name that a filter asks for.
  static String name(String filter, String namespace) {
    Matcher m = Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]*)\\)").matcher(filter);
    return m.find() ? m.group(1) : "";
  }

  /// ` [1.0,2.0)`, or nothing when any version will do.
  static String of(String filter, String attribute) {
    String quoted = Pattern.quote(attribute);
    Matcher low = Pattern.compile("\\(" + quoted + ">=([^)]*)\\)").matcher(filter);
    Matcher high = Pattern.compile("\\(!\\(" + quoted + ">=([^)]*)\\)\\)").matcher(filter);
    String below = high.find() ? high.group(1) : "";
    String rest =
        below.isEmpty() ? filter : filter.replace("(!(" + attribute + ">=" + below + "))", "");
    low.reset(rest);
    String from = low.find() ? low.group(1) : "";
    if (from.isEmpty()) {
      return below.isEmpty() ? "" : " below " + below;
    }
    return below.isEmpty() ? " " + from + " or newer" : " [" + from + "," + below + ")";
  }
}
