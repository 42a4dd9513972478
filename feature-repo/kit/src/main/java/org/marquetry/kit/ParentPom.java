package org.marquetry.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parent of partners' projects, which the build makes.
final class ParentPom {
  private static final Pattern INSTRUCTIONS =
      Pattern.compile("<bnd><!\\[CDATA\\[(.*?)]]></bnd>", Pattern.DOTALL);

  private ParentPom() {}

  /// bnd's instructions for every bundle of a partner.
  static String instructions() throws IOException {
    String version = NewExtension.version();
    Path pom =
        Tool.partner()
            .resolve("org/marquetry/partner")
            .resolve(version)
            .resolve("partner-" + version + ".pom");
    Matcher found = INSTRUCTIONS.matcher(Files.readString(pom));
    if (!found.find()) throw new IOException(pom + " holds no instructions for bnd; build again");
    return found.group(1).stripIndent();
  }
}
