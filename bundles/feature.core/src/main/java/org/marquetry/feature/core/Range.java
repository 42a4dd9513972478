package org.marquetry.feature.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.namespace.PackageNamespace;

/// The range of versions in a requirement's filter, for people.
///
/// @param from the lowest; empty: none is too low
/// @param below what is too high; empty: nothing is
record Range(String from, String below) {
  /// The attribute that holds a capability's version.
  static String versionAttribute(String namespace) {
    return namespace.equals(PackageNamespace.PACKAGE_NAMESPACE) ? "version" : "bundle-version";
  }

  /// The name that a filter asks for.
  static String name(String filter, String namespace) {
    Matcher m = Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]*)\\)").matcher(filter);
    return m.find() ? m.group(1) : "";
  }

  static Range of(String filter, String attribute) {
    String quoted = Pattern.quote(attribute);
    Matcher low = Pattern.compile("\\(" + quoted + ">=([^)]*)\\)").matcher(filter);
    Matcher high = Pattern.compile("\\(!\\(" + quoted + ">=([^)]*)\\)\\)").matcher(filter);
    String below = high.find() ? high.group(1) : "";
    String rest =
        below.isEmpty() ? filter : filter.replace("(!(" + attribute + ">=" + below + "))", "");
    low.reset(rest);
    return new Range(low.find() ? low.group(1) : "", below);
  }

  /// ` [1.0,2.0)`, or nothing when any version will do.
  String en() {
    return said(" below " + below, " " + from + " or newer");
  }

  /// The same in Chinese.
  String zh() {
    return said(" 低于 " + below + " 的版本", " " + from + " 或更高版本");
  }

  private String said(String onlyBelow, String onlyFrom) {
    if (from.isEmpty()) {
      return below.isEmpty() ? "" : onlyBelow;
    }
    return below.isEmpty() ? onlyFrom : " [" + from + "," + below + ")";
  }
}
