package org.marquetry.arch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The snippets of `docs/partners/settings.md` stand in the extension that the build compiles.
class SnippetsTest {
  private static final Pattern SNIPPET =
      Pattern.compile("<!-- (\\w+) -->\n```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void eachSnippetIsPartOfTheExtensionsSource() throws IOException {
    Path top = House.here().top();
    String page = Files.readString(top.resolve("docs/partners/settings.md"));
    Path sources = top.resolve("feature-repo/extension/channel/src/main/java/com/example/sample");
    var snippets = SNIPPET.matcher(page);
    int seen = 0;
    while (snippets.find()) {
      seen++;
      String source = Files.readString(sources.resolve(snippets.group(1) + ".java"));
      assertTrue(source.contains(snippets.group(2)), snippets.group(2));
    }
    assertTrue(seen >= 2, "the page has no snippets");
  }
}
