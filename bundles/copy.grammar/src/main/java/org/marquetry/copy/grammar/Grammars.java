package org.marquetry.copy.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.Purpose;

/// All grammars of this bundle: one file for each purpose and language, and one for each language
/// with what they share.
final class Grammars {
  private final Map<String, Grammar> grammars = new HashMap<>();

  private Grammars() {}

  /// Read and check every grammar.
  ///
  /// @throws GrammarException with file and line of the first thing that is wrong
  static Grammars load() {
    Grammars all = new Grammars();
    for (CopyLanguage language : CopyLanguage.values()) {
      Grammar shared = read("shared." + language.tag());
      GrammarCheck.checkShared(shared, language);
      for (Purpose purpose : Purpose.values()) {
        Grammar own = read(name(purpose, language));
        Grammar whole = merge(own, shared);
        GrammarCheck.check(whole, own, language);
        all.grammars.put(name(purpose, language), whole);
      }
    }
    return all;
  }

  Grammar of(Purpose purpose, CopyLanguage language) {
    Grammar grammar = grammars.get(name(purpose, language));
    if (grammar == null)
      throw new IllegalStateException("no grammar for " + name(purpose, language));
    return grammar;
  }

  private static Grammar merge(Grammar own, Grammar shared) {
    Map<String, List<Production>> rules = new HashMap<>(shared.rules());
    rules.putAll(own.rules()); // a purpose may say a shared thing in its own way
    return new Grammar(own.file(), own.version(), rules);
  }

  private static String name(Purpose purpose, CopyLanguage language) {
    return purpose.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + language.tag();
  }

  private static Grammar read(String name) {
    String file = name + ".grammar";
    try (InputStream in = Grammars.class.getResourceAsStream(file)) {
      if (in == null) throw new GrammarException(file, 1, "the grammar is not in the bundle");
      return GrammarParser.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("grammar " + file + " cannot be read", e);
    }
  }
}
