package org.marquetry.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.marquetry.profile.api.SegmentTrait;
import org.marquetry.profile.api.SegmentTrait.Use;
import org.marquetry.profile.api.Trait;
import org.marquetry.profile.spi.TraitSource;
import org.marquetry.shop.api.CustomerId;

/// What every source of traits keeps.
public abstract class TraitSourceContract {
  private static final int MOST = 65_536;
  private static final CustomerId STRANGER = new CustomerId("nobody-has-this-id");

  /// For the test that extends this.
  protected TraitSourceContract() {}

  /// The source, which knows something about [#known]; the same one within a test.
  protected abstract TraitSource source() throws Exception;

  /// Customers of whom each trait is known; at least two.
  protected abstract List<CustomerId> known() throws Exception;

  @Test
  void traitsHaveIdsOfTheirOwnAndUsesThatFit() throws Exception {
    List<SegmentTrait> traits = source().traits();
    assertFalse(traits.isEmpty(), "no trait");
    assertEquals(
        traits.size(), traits.stream().map(t -> t.trait().id()).distinct().count(), "an id twice");
    for (SegmentTrait trait : traits) {
      assertFalse(trait.uses().isEmpty(), trait.trait().id() + " cannot be asked for");
      Trait.Kind kind = trait.trait().kind();
      for (Use use : trait.uses()) {
        boolean fits =
            switch (use) {
              case RANGE -> kind == Trait.Kind.NUMBER;
              case DAYS_AGO -> kind == Trait.Kind.DATE;
              case CHOICE -> kind == Trait.Kind.TEXT;
              case KNOWN -> true;
            };
        assertTrue(fits, trait.trait().id() + " is a " + kind + " and has the use " + use);
      }
    }
  }

  @Test
  void whatIsNotKnownIsNotKnown() throws Exception {
    for (SegmentTrait trait : source().traits()) {
      for (String value : values(trait, List.of(STRANGER))) assertEquals("unknown", value);
      for (String value : values(trait, known())) assertFalse(value.equals("unknown"), value);
    }
  }

  @Test
  void valuesStandInTheOrderOfTheCustomers() throws Exception {
    List<CustomerId> mixed = new ArrayList<>(known());
    mixed.add(1, STRANGER);
    for (SegmentTrait trait : source().traits()) {
      List<String> values = values(trait, mixed);
      assertEquals(values.reversed(), values(trait, mixed.reversed()), trait.trait().id());
      assertEquals(List.of(), values(trait, List.of()));
    }
  }

  @Test
  void theSameVersionHasTheSameValues() throws Exception {
    for (SegmentTrait trait : source().traits()) {
      long version = source().version();
      List<String> values = values(trait, known());
      assertArrayEquals(values.toArray(), values(trait, known()).toArray());
      assertEquals(version, source().version(), "the version changed though nothing did");
    }
  }

  @Test
  void asManyAsAreAskedForTakeFiveSecondsAtMost() throws Exception {
    List<CustomerId> many =
        IntStream.range(0, MOST).mapToObj(i -> new CustomerId("many-" + i)).toList();
    for (SegmentTrait trait : source().traits()) {
      TraitSource source = source();
      assertTimeout(
          Duration.ofSeconds(5), () -> assertEquals(MOST, values(source, trait, many).size()));
    }
  }

  private List<String> values(SegmentTrait trait, List<CustomerId> customers) throws Exception {
    return values(source(), trait, customers);
  }

  private static List<String> values(
      TraitSource source, SegmentTrait trait, List<CustomerId> customers) {
    List<String> values = new ArrayList<>();
    if (trait.trait().kind() == Trait.Kind.TEXT) {
      @Nullable String[] texts = source.texts(trait.trait().id(), customers);
      for (String text : texts) values.add(text == null ? "unknown" : "is " + text);
    } else {
      for (double number : source.numbers(trait.trait().id(), customers)) {
        values.add(Double.isNaN(number) ? "unknown" : "is " + number);
      }
    }
    assertEquals(customers.size(), values.size(), trait.trait().id());
    return values;
  }
}
