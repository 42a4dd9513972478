package org.marquetry.copy.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.marquetry.copy.api.Brief;
import org.marquetry.copy.api.Channel;
import org.marquetry.copy.api.Claim;
import org.marquetry.copy.api.CopyLanguage;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.FactNames;
import org.marquetry.copy.api.Piece;
import org.marquetry.copy.api.Purpose;
import org.marquetry.copy.api.Style;

class GrammarCopyWriterTest {
  private final GrammarCopyWriter writer = new GrammarCopyWriter();
  private final FactClaimCheck check = new FactClaimCheck();

  private static List<Fact> facts(CopyLanguage language) {
    return language == CopyLanguage.ZH ? TestFacts.chinese() : TestFacts.english();
  }

  private static Set<Channel> channels(Purpose purpose) {
    return purpose == Purpose.DESCRIBE
        ? EnumSet.of(Channel.TITLE, Channel.MAIL_BODY, Channel.SMS)
        : EnumSet.of(Channel.MAIL_SUBJECT, Channel.MAIL_BODY, Channel.SMS);
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void everyPurposeIsWrittenInBothLanguagesWithoutAClaimOfItsOwn(Purpose purpose) {
    for (CopyLanguage language : CopyLanguage.values()) {
      for (Channel channel : channels(purpose)) {
        Brief brief =
            Brief.builder(purpose, channel, language)
                .facts(facts(language))
                .limit(12)
                .seed(5)
                .build();
        List<Piece> pieces = writer.write(brief);
        assertTrue(
            pieces.size() >= 6, purpose + " " + channel + " " + language + ": " + pieces.size());
        for (Piece piece : pieces) {
          assertEquals(List.of(), check.check(piece.text(), language, brief.facts()), piece.text());
          assertTrue(piece.text().length() <= channel.limit(language), piece.text());
          assertTrue(channel.lines() || !piece.text().contains("\n"), piece.text());
          assertFalse(piece.text().matches("(?s).*( {2}|\\.\\.| [,.;]|。。|！。).*"), piece.text());
        }
      }
    }
  }

  @Test
  void allStylesAreUsedAndUrgencyOnlyWithAnEnd() {
    Brief.Builder all =
        Brief.builder(Purpose.WIN_BACK, Channel.MAIL_SUBJECT, CopyLanguage.EN).limit(8);
    List<Fact> withoutEnd =
        TestFacts.english().stream().filter(f -> !f.name().equals(FactNames.OFFER_ENDS)).toList();
    assertEquals(
        EnumSet.allOf(Style.class), styles(writer.write(all.facts(TestFacts.english()).build())));
    Brief.Builder some =
        Brief.builder(Purpose.WIN_BACK, Channel.MAIL_SUBJECT, CopyLanguage.EN).limit(8);
    assertEquals(
        EnumSet.of(Style.PLAIN, Style.BENEFIT, Style.QUESTION),
        styles(writer.write(some.facts(withoutEnd).build())));
  }

  private static Set<Style> styles(List<Piece> pieces) {
    Set<Style> styles = EnumSet.noneOf(Style.class);
    pieces.forEach(piece -> styles.add(piece.style()));
    return styles;
  }

  @Test
  void theSameBriefGivesTheSamePiecesAndAnotherSeedOthers() {
    assertEquals(writer.write(brief(1)), writer.write(brief(1)));
    assertFalse(writer.write(brief(1)).equals(writer.write(brief(2))));
  }

  private static Brief brief(long seed) {
    return Brief.builder(Purpose.WIN_BACK, Channel.MAIL_BODY, CopyLanguage.EN)
        .facts(TestFacts.english())
        .seed(seed)
        .build();
  }

  @Test
  void eachClaimIsTheSpanOfItsFact() {
    for (Piece piece : writer.write(brief(3))) {
      assertFalse(piece.claims().isEmpty());
      for (Claim claim : piece.claims()) {
        String said = piece.text().substring(claim.start(), claim.end());
        Fact fact =
            brief(3).facts().stream()
                .filter(f -> f.id().equals(claim.factId()))
                .findFirst()
                .orElseThrow();
        assertFalse(
            FactMask.cover(said, CopyLanguage.EN, List.of(fact)).equals(said),
            said + " is not " + fact);
      }
    }
  }

  @Test
  void aHundredPiecesAreAllDifferent() {
    Brief brief =
        Brief.builder(Purpose.CROSS_SELL, Channel.MAIL_BODY, CopyLanguage.ZH)
            .facts(TestFacts.chinese())
            .limit(100)
            .build();
    List<Piece> pieces = writer.write(brief);
    assertEquals(100, pieces.size());
    assertEquals(100, new HashSet<>(pieces.stream().map(Piece::text).toList()).size());
  }

  @Test
  void hostileValuesStayPlainTextOnOneLine() {
    String hostile =
        "<script>alert(1)</script>\r\nBcc: a@b.example \u202Eevil\u0000 {offer.percent} \u202E";
    Brief brief =
        Brief.builder(Purpose.WIN_BACK, Channel.SMS, CopyLanguage.EN)
            .fact(Fact.text(FactNames.PRODUCT_TITLE, hostile, "t"))
            .fact(Fact.percent(FactNames.OFFER_PERCENT, 15, "t"))
            .limit(20)
            .build();
    List<Piece> pieces = writer.write(brief);
    assertTrue(pieces.stream().anyMatch(piece -> piece.text().contains("script")));
    for (Piece piece : pieces) {
      assertTrue(
          piece.text().chars().noneMatch(c -> c < ' ' || c == '<' || c == '>' || c == 0x202E),
          piece.text());
      if (piece.text().contains("Bcc"))
        assertTrue(piece.text().contains("{offer.percent}"), "values are not expanded");
    }
  }

  @Test
  void whatIsMissingIsNamed() {
    Brief bare = Brief.builder(Purpose.DESCRIBE, Channel.TITLE, CopyLanguage.EN).build();
    assertEquals(List.of(), writer.write(bare));
    assertEquals(List.of(FactNames.PRODUCT_TITLE), writer.missing(bare));
    Brief enough = Brief.builder(Purpose.WIN_BACK, Channel.MAIL_SUBJECT, CopyLanguage.ZH).build();
    assertEquals(List.of(), writer.missing(enough));
    assertFalse(writer.write(enough).isEmpty(), "a win-back needs no product");
  }

  @Test
  void aFactOfTheWrongTypeIsNotUsed() {
    Brief brief =
        Brief.builder(Purpose.DESCRIBE, Channel.TITLE, CopyLanguage.EN)
            .fact(Fact.count(FactNames.PRODUCT_TITLE, 3, "t"))
            .build();
    assertEquals(List.of(), writer.write(brief));
  }
}
