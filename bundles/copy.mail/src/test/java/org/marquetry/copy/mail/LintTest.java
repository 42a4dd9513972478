package org.marquetry.copy.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.MailBlock;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailFinding;
import org.marquetry.copy.api.MailOpening;
import org.marquetry.copy.api.MailText;
import org.marquetry.copy.api.WrittenMail;
import org.marquetry.copy.grammar.FactClaimCheck;

/// Each fault with the number of its block and its line.
class LintTest {
  private static final MailBlock FOOTER =
      new MailBlock.Footer(Designs.both("店", "The shop"), Designs.both("退订", "Unsubscribe"));

  private static List<String> faults(MailDesign design, List<Fact> facts) {
    return Lint.of(design, facts, List.of(), Optional.of(new FactClaimCheck()), true).stream()
        .map(f ->
            "%s%s %d.%d %s"
                .formatted(f.stops() ? "!" : "", f.kind(), f.block(), f.line(), f.language())
                .strip())
        .toList();
  }

  private static List<String> faults(MailBlock block) {
    return faults(Designs.design(block, FOOTER), List.of());
  }

  @Test
  void aWholeDesignHasNone() {
    List<Fact> facts =
        List.of(Designs.shop().getFirst(), Fact.text(FactNames.OFFER_CODE, "TEA-1", "offer"));
    assertEquals(List.of(), faults(Designs.whole(), facts));
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example/a?b=1, ''",
    "http://例子.example/, NOT_WEB",
    "'', EMPTY",
    "shop.example, NOT_WEB",
    "mailto:a@shop.example, NOT_WEB",
    "javascript:alert(1), NOT_WEB",
    "https://user@shop.example/, NOT_WEB",
    "http://localhost:8080/, INSIDE",
    "http://192.168.1.2/, INSIDE",
    "http://[::1]/, INSIDE",
    "https://intranet/, INSIDE",
    "https://shop.local/, INSIDE"
  })
  void addressesAreOnTheWebOutside(String address, String fault) {
    assertEquals(fault, Address.fault(address).map(Enum::name).orElse(""));
    assertEquals(fault.isEmpty(), Address.safe(address).isPresent());
  }

  @Test
  void linksAreNamedByBlock() {
    assertEquals(
        List.of("!LINK 1.0"),
        faults(new MailBlock.Button(Designs.both("看", "Look"), "http://localhost/")));
    assertEquals(
        List.of("!LINK 1.0", "!LINK 1.0", "PICTURE 1.0"),
        faults(new MailBlock.Picture("", MailText.NONE, "ftp://shop.example")));
  }

  @Test
  void valuesAreNamedByLine() {
    MailText text =
        Designs.both("好", "Fine\nDear {{customer.name}},\n{{weather}} {{customer.name|}}");
    assertEquals(
        List.of("!FALLBACK 1.2 en", "!VARIABLE 1.3 en", "!FALLBACK 1.3 en"),
        faults(new MailBlock.Text(text)));
    assertEquals(
        List.of(),
        faults(
            Designs.design(
                new MailBlock.Text(Designs.both("{{shop.name}}", "{{shop.name}}")), FOOTER),
            Designs.shop()));
  }

  @Test
  void claimsNeedAFact() {
    MailText text = Designs.both("全场8折", "News:\n20% off everything");
    List<String> found = faults(new MailBlock.Text(text));
    assertTrue(found.contains("CLAIM 1.2 en"), found.toString());
    assertTrue(found.contains("CLAIM 1.1 zh"), found.toString());
    assertEquals(
        List.of(),
        faults(
            Designs.design(new MailBlock.Text(text), FOOTER),
            List.of(Fact.percent(FactNames.OFFER_PERCENT, 20, "offer"))));
  }

  @Test
  void whatIsMissingIsSaid() {
    assertEquals(List.of("LANGUAGE 1.0 en"), faults(new MailBlock.Text(MailText.of("zh", "好"))));
    assertEquals(
        List.of("EMPTY 1.0 zh", "LANGUAGE 1.0 en"), faults(new MailBlock.Heading(MailText.NONE)));
    assertEquals(List.of("EMPTY 1.0"), faults(new MailBlock.Products(List.of(), 2)));
    assertEquals(List.of("!COUPON 1.0"), faults(new MailBlock.Coupon(Designs.both("码", "Code"))));
    assertEquals(
        List.of("!UNSUBSCRIBE 0.0"),
        faults(Designs.design(new MailBlock.Text(Designs.both("好", "Fine"))), List.of()));
  }

  @Test
  void subjectAndSizeHaveLimits() {
    MailDesign design =
        new MailDesign(
            "Long",
            List.of("en"),
            List.of(
                new MailOpening(MailText.of("en", "word ".repeat(13)), MailText.NONE),
                new MailOpening(MailText.NONE, MailText.NONE)),
            List.of(new MailBlock.Footer(MailText.of("en", "x"), MailText.of("en", "End"))));
    assertEquals(List.of("SUBJECT 0.0 en", "!EMPTY 0.0 en"), faults(design, List.of()));
    WrittenMail large = new WrittenMail("en", "s", "t", "茶".repeat(34_001));
    List<MailFinding> found =
        Lint.of(Designs.design(FOOTER), List.of(), List.of(large), Optional.empty(), true);
    assertEquals(MailFinding.Kind.SIZE, found.getFirst().kind());
    assertEquals(1, found.size());
  }

  @Test
  void aDesignIsReadAsItWasWritten() {
    MailDesign whole = Designs.whole();
    assertEquals(whole, DesignText.read("Spring", DesignText.write(whole)));
    assertEquals(Map.of(), MailText.of("en", " ").versions());
  }
}
