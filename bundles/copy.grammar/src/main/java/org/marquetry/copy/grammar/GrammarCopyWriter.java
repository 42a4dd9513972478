package org.marquetry.copy.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.marquetry.copy.api.Brief;
import org.marquetry.copy.api.CopyWriter;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.Piece;
import org.marquetry.copy.api.Style;
import org.marquetry.platform.api.gate.Provider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/// Writes copy by grammars, no model needed.
@Provider("grammar")
@Component
public final class GrammarCopyWriter implements CopyWriter {
  private static final int TRIES_PER_PIECE = 12;
  private final Grammars grammars;

  @Activate
  public GrammarCopyWriter() {
    this(Grammars.load());
  }

  GrammarCopyWriter(Grammars grammars) {
    this.grammars = grammars;
  }

  @Override
  public List<Piece> write(Brief brief) {
    Grammar grammar = grammars.of(brief.purpose(), brief.language());
    Writing writing = new Writing(grammar, new FactSheet(brief.facts(), brief.language()));
    Map<Style, List<Candidate>> candidates = new EnumMap<>(Style.class);
    Set<String> texts = new HashSet<>();
    for (Style style : styles(brief)) {
      List<Candidate> found = candidates(brief, writing, style, texts);
      if (!found.isEmpty()) candidates.put(style, found);
    }
    return pick(brief, candidates).stream().map(c -> piece(c, brief, grammar)).toList();
  }

  private static List<Candidate> candidates(
      Brief brief, Writing writing, Style style, Set<String> texts) {
    List<Candidate> found = new ArrayList<>();
    String rule = rule(brief, style);
    if (!writing.can(rule)) return found;
    int tries = TRIES_PER_PIECE * (1 + brief.limit() / styles(brief).size());
    SplittableRandom seeds = new SplittableRandom(brief.seed() * 31 + style.name().hashCode());
    for (int i = 0; i < tries; i++) {
      long seed = seeds.nextLong();
      TextSetter setter = new TextSetter(brief.language(), brief.channel().lines());
      writing.write(rule, new SplittableRandom(seed), setter);
      if (Length.fits(setter.text(), brief) && texts.add(setter.text())) {
        found.add(new Candidate(setter.text(), style, setter.claims(), seed));
      }
    }
    List<Candidate> fluent = found.stream().filter(c -> !Stutter.in(c, brief.language())).toList();
    return fluent.isEmpty() ? found : new ArrayList<>(fluent);
  }

  private static List<Candidate> pick(Brief brief, Map<Style, List<Candidate>> candidates) {
    List<Candidate> picked = new ArrayList<>();
    Variety variety = new Variety();
    List<Style> order = new ArrayList<>(candidates.keySet());
    if (!order.isEmpty()) { // so that one piece a product is not one style for all products
      Collections.rotate(order, new SplittableRandom(brief.seed()).nextInt(order.size()));
    }
    while (picked.size() < brief.limit() && !candidates.isEmpty()) {
      for (Style style : order) {
        if (picked.size() == brief.limit()) break;
        List<Candidate> left = candidates.getOrDefault(style, List.of());
        if (left.isEmpty()) continue;
        picked.add(variety.take(left));
        if (left.isEmpty()) candidates.remove(style);
      }
    }
    return picked;
  }

  private static Piece piece(Candidate candidate, Brief brief, Grammar grammar) {
    return new Piece(
        candidate.text(),
        brief.language(),
        candidate.style(),
        candidate.claims(),
        "grammar",
        grammar.file() + " " + grammar.version(),
        candidate.seed());
  }

  @Override
  public List<String> missing(Brief brief) {
    Grammar grammar = grammars.of(brief.purpose(), brief.language());
    MissingFacts missing =
        new MissingFacts(grammar, new FactSheet(brief.facts(), brief.language()));
    Set<String> fewest = null;
    for (Style style : styles(brief)) {
      if (grammar.rule(rule(brief, style)) == null) continue;
      Set<String> needed = missing.of(rule(brief, style));
      if (fewest == null || needed.size() < fewest.size()) fewest = needed;
    }
    return fewest == null ? List.of() : List.copyOf(new TreeSet<>(fewest));
  }

  /// Return the styles of a brief in a fixed order; urgency only when the end of the offer is
  /// known.
  private static List<Style> styles(Brief brief) {
    boolean ends = brief.facts().stream().anyMatch(f -> f.name().equals(FactNames.OFFER_ENDS));
    List<Style> styles =
        brief.styles().stream().filter(style -> ends || style != Style.URGENCY).sorted().toList();
    return styles.isEmpty() ? List.copyOf(brief.styles()) : styles;
  }

  private static String rule(Brief brief, Style style) {
    return brief.channel().name().toLowerCase(Locale.ROOT).replace("_", "-")
        + "/"
        + style.name().toLowerCase(Locale.ROOT);
  }
}
