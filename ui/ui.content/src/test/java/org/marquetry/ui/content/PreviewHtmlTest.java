package org.marquetry.ui.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PreviewHtmlTest {
  private static final String MAIL =
      """
      <style>:root { color-scheme: light dark; } @media (prefers-color-scheme: dark) { a { color: red } }</style>
      <img alt="A day" height="auto" src="https://shop.example/a.jpg" style="border:0">
      <a href="{{unsubscribe}}">End</a>
      """;

  @Test
  void nothingIsFetchedWhicheverWayItIsShown() {
    for (boolean dark : new boolean[] {true, false}) {
      for (boolean pictures : new boolean[] {true, false}) {
        String shown = PreviewHtml.of(MAIL, dark, pictures);
        assertFalse(shown.contains("shop.example"));
        assertFalse(shown.contains("{{unsubscribe}}"));
        assertEquals(pictures, shown.contains("src=\"data:image/svg+xml"));
        assertTrue(shown.contains("alt=\"A day\""));
        assertTrue(shown.contains(dark ? "@media all {" : "@media not all {"));
      }
    }
  }

  @Test
  void whatTheSuiteKeepsComesFromWhereThePageDoes() {
    String kept = "/files/pictures/" + "0f".repeat(32) + "-list.jpg";
    String mail = "<img alt=\"$1\" src=\"https://suite.example" + kept + "\">";
    assertEquals("<img alt=\"$1\" src=\"" + kept + "\">", PreviewHtml.of(mail, false, true));
    assertEquals("<img alt=\"$1\" >", PreviewHtml.of(mail, false, false));
    String elsewhere = "<img src=\"https://suite.example/x?" + kept + "/../secret\">";
    assertFalse(PreviewHtml.of(elsewhere, false, true).contains("secret"));
  }
}
