package org.marquetry.profile.core.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.marquetry.profile.api.SavedSegment;
import org.marquetry.profile.api.SegmentIdea;
import org.marquetry.profile.api.SegmentRule.ChoiceRow;
import org.marquetry.profile.api.SegmentRule.DaysAgoRow;
import org.marquetry.profile.api.SegmentRule.DeedRow;
import org.marquetry.profile.api.SegmentRule.Measure;
import org.marquetry.profile.api.SegmentRule.MemberRow;
import org.marquetry.profile.api.SegmentRule.NumberRow;
import org.marquetry.profile.api.SegmentRule.Row;
import org.marquetry.profile.api.SegmentRule.Thing;
import org.marquetry.profile.api.SegmentTrait;
import org.marquetry.profile.api.Trait;
import org.marquetry.shop.api.EventTypes;
import org.marquetry.shop.api.Words;

/// Finds rows by words.
///
/// @param traits all there are
/// @param deeds event types, the most common first
/// @param choices finds the most frequent values of a text trait
record Ideas(
    List<SegmentTrait> traits,
    List<String> deeds,
    Catalogue catalogue,
    List<SavedSegment> segments,
    java.util.function.Function<String, List<String>> choices) {
  private static final Words DEEDS = new Words("行为", "Behaviour");
  private static final Words CATEGORIES = new Words("品类", "Categories");
  private static final Words BRANDS = new Words("品牌", "Brands");
  private static final Words PRODUCTS = new Words("商品", "Products");
  private static final Words SEGMENTS = new Words("细分", "Segments");
  private static final int WINDOW = 90;
  private static final double HUNDRED = 10_000; // minor units
  private static final int EACH = 8;

  /// What may be asked about a thing.
  private static final List<String> ABOUT_THINGS =
      List.of(EventTypes.ORDERED, EventTypes.VIEWED, EventTypes.CARTED, EventTypes.REVIEWED);

  List<SegmentIdea> find(String text, int limit) {
    String wanted = text.strip();
    List<SegmentIdea> found = new ArrayList<>();
    for (SegmentTrait trait : traits) {
      if (matches(trait.trait().label(), wanted)
          || matches(trait.group(), wanted)
          || Catalogue.holds(trait.trait().id(), wanted)) {
        found.add(new SegmentIdea(trait.trait().label(), trait.group(), row(trait)));
      }
    }
    for (String deed : deeds) {
      if (matches(SegmentWords.deed(deed), wanted) || Catalogue.holds(deed, wanted)) {
        found.add(new SegmentIdea(SegmentWords.deed(deed), DEEDS, deed(deed, Thing.ANYTHING, "")));
      }
    }
    things(wanted, found);
    for (SavedSegment segment : segments) {
      if (Catalogue.holds(segment.name(), wanted)) {
        found.add(
            new SegmentIdea(
                new Words("属于“" + segment.name() + "”", "belong to “" + segment.name() + "”"),
                SEGMENTS,
                new MemberRow(segment.id())));
      }
    }
    return found.stream().limit(limit).toList();
  }

  private void things(String wanted, List<SegmentIdea> found) {
    if (wanted.isEmpty()) {
      return;
    }
    for (String category : catalogue.categories(wanted, EACH)) {
      about(found, CATEGORIES, Thing.CATEGORY, category, category);
    }
    for (String brand : catalogue.brands(wanted, EACH)) {
      about(found, BRANDS, Thing.BRAND, brand, brand);
    }
    for (String product : catalogue.products(wanted, EACH)) {
      about(found, PRODUCTS, Thing.PRODUCT, product, catalogue.title(product).orElse(product));
    }
  }

  private static void about(
      List<SegmentIdea> found, Words group, Thing thing, String name, String called) {
    for (String deed : ABOUT_THINGS) {
      Words verb = SegmentWords.deed(deed);
      found.add(
          new SegmentIdea(
              new Words(verb.zh() + "“" + called + "”", verb.en() + " “" + called + "”"),
              group,
              deed(deed, thing, name)));
    }
  }

  private static boolean matches(Words words, String text) {
    return Catalogue.holds(words.zh(), text) || Catalogue.holds(words.en(), text);
  }

  private static DeedRow deed(String deed, Thing thing, String name) {
    return new DeedRow(
        deed,
        thing,
        name,
        Measure.TIMES,
        OptionalDouble.of(1),
        OptionalDouble.empty(),
        OptionalInt.of(WINDOW));
  }

  private Row row(SegmentTrait trait) {
    String id = trait.trait().id();
    return switch (trait.trait().kind()) {
      case TEXT -> {
        Optional<String> common = choices.apply(id).stream().findFirst();
        yield new ChoiceRow(id, common.map(Set::of).orElse(Set.of()));
      }
      case DATE -> new DaysAgoRow(id, OptionalInt.of(0), OptionalInt.of(WINDOW));
      case NUMBER ->
          new NumberRow(
              id,
              OptionalDouble.of(trait.trait().unit() == Trait.Unit.MONEY ? HUNDRED : 1),
              OptionalDouble.empty());
    };
  }
}
