package org.marquetry.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.marquetry.data.api.ImportMapping;

class ImportEditTest {
  private static final ImportEdit EDIT =
      ImportEdit.NONE
          .with("role", Optional.of("campaign members"))
          .with("encoding", Optional.of("GB18030"))
          .with("delimiter", Optional.of("\t"))
          .with("header", Optional.of("false"))
          .with("currency", Optional.of("CNY"))
          .withColumn(3, Optional.of("unit price"))
          .withColumn(12, Optional.of("customer"));

  @Test
  void whatStandsInTheAddressComesBack() {
    String address = new Location("imports/x", EDIT.toAddress()).getPathWithQueryParameters();
    assertEquals(EDIT, ImportEdit.of(new Location(address).getQueryParameters()));
  }

  @Test
  void theImporterIsToldWhatWasCorrectedAndNothingElse() {
    ImportMapping mapping = EDIT.mapping();
    assertEquals(Optional.of("campaign members"), mapping.role());
    assertEquals(Optional.of(false), mapping.header());
    assertEquals("CNY", mapping.currency().orElseThrow().getCurrencyCode());
    assertEquals(Map.of("3", "unit price", "12", "customer"), mapping.columns());
    assertEquals(Optional.empty(), mapping.dayFirst());
    assertEquals(EDIT, ImportEdit.of(mapping));
  }

  @Test
  void anotherRoleForgetsTheColumns() {
    ImportEdit orders = EDIT.with("role", Optional.of("orders"));
    assertEquals(Map.of(), orders.columns());
    assertEquals(Optional.of("GB18030"), orders.word("encoding"));
    assertEquals(Optional.empty(), orders.with("encoding", Optional.empty()).word("encoding"));
  }

  @Test
  void nonsenseInTheAddressIsLeftOut() {
    ImportEdit typed =
        ImportEdit.of(
            QueryParameters.fromString("currency=XXXX&zone=Moon&column=0:customer&column=x&a=b"));
    assertEquals(Map.of(), typed.columns());
    assertEquals(Optional.empty(), typed.mapping().currency());
    assertEquals(Optional.empty(), typed.mapping().timeZone());
  }
}
