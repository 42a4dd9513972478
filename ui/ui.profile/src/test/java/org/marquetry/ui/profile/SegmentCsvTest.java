package org.marquetry.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Traits;
import org.marquetry.shop.api.CustomerId;

class SegmentCsvTest {
  @Test
  void whatCustomersWroteIsNeitherAFormulaNorASecondCell() {
    Profile profile =
        Profile.builder(new CustomerId("c1"))
            .currency("EUR")
            .text(Traits.NAME, "=HYPERLINK(\"http://x\"), \"Ann\"")
            .text(Traits.CITY, "上海")
            .number(Traits.ORDERS, 2)
            .number(Traits.NET_REVENUE, 1_250)
            .build();
    assertEquals(
        "c1,\"'=HYPERLINK(\"\"http://x\"\"), \"\"Ann\"\"\",,上海,,,2,12.50,EUR\r\n",
        SegmentCsv.line(profile));
  }
}
