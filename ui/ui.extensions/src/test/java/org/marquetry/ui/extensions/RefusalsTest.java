package org.marquetry.ui.extensions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.marquetry.feature.api.FeatureException;
import org.marquetry.feature.api.FeatureException.Reason;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;

class RefusalsTest {
  private static final Words TAKEN = new Words("名称已被占用", "the name is taken");
  private static final Words GONE = new Words("已经没有了", "it is gone");

  @Test
  void itIsSaidInTheLanguageOfTheViewer() {
    List<Words> both = List.of(TAKEN, GONE);
    assertEquals("名称已被占用\n已经没有了", Refusals.said(both, Locale.CHINA).getText());
    assertEquals("the name is taken\nit is gone", Refusals.said(both, Locale.US).getText());
  }

  @Test
  void aDialogGetsTheWords() {
    Rejected refused =
        assertThrows(
            Rejected.class,
            () ->
                Refusals.asArgument(
                    (Runnable)
                        () -> {
                          throw new FeatureException(Reason.CONFLICT, TAKEN);
                        }));
    assertEquals(TAKEN, refused.words());
  }
}
