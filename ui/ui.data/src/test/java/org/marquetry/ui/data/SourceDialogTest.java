package org.marquetry.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceDialogTest {
  @Test
  void linesAreMeaningsAndBack() {
    Map<String, String> meanings = Map.of("knr", "customer", "a=b", "amount", "下单 时间", "time");
    assertEquals(meanings, SourceDialog.meanings(SourceDialog.lines(meanings)));
    assertEquals(Map.of(), SourceDialog.meanings("\n \n"));
    assertThrows(IllegalArgumentException.class, () -> SourceDialog.meanings("knr customer"));
    assertThrows(IllegalArgumentException.class, () -> SourceDialog.meanings("knr ="));
  }
}
