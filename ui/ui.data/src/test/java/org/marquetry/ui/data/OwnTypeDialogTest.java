package org.marquetry.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.marquetry.data.api.OwnTypes.Field;
import org.marquetry.data.api.OwnTypes.Kind;

class OwnTypeDialogTest {
  @Test
  void aLineIsAFieldAndBack() {
    for (Field field :
        new Field[] {
          new Field("distance", Kind.NUMBER, "km", true, true),
          new Field("on", Kind.DATE, "", false, false),
          new Field("speed", Kind.NUMBER, "km per h", false, true)
        }) {
      assertEquals(field, OwnTypeDialog.field(OwnTypeDialog.line(field)));
    }
  }

  @Test
  void whatIsNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> OwnTypeDialog.field("distance"));
    assertThrows(IllegalArgumentException.class, () -> OwnTypeDialog.field("distance miles"));
    assertThrows(IllegalArgumentException.class, () -> OwnTypeDialog.field("1x text"));
  }
}
