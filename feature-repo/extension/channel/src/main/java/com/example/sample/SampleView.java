package com.example.sample;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.marquetry.platform.api.time.ShopZone;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;

/// A test message to the receiver, and what came of the last ones; one for each browser tab.
@SuppressWarnings("serial") // a page is never serialized
public final class SampleView extends VerticalLayout implements LocaleChangeObserver, Stateful {
  private static final int SHOWN = 50;

  private final transient SampleHook hook;
  private final transient SampleDeliveries deliveries;
  private final transient ShopZone zone;
  private final H1 title = new H1();
  private final TextField words = new TextField();
  private final Button send = new Button("", e -> send());
  private final Paragraph outcome = new Paragraph();
  private final Grid<SampleDelivery> list = Lists.grid("sample-list");

  SampleView(SampleHook hook, SampleDeliveries deliveries, ShopZone zone) {
    this.hook = hook;
    this.deliveries = deliveries;
    this.zone = zone;
    words.setId("sample-words");
    words.setMaxLength(500);
    send.setId("sample-send");
    send.setDisableOnClick(true); // until the answer is there
    outcome.setId("sample-outcome");
    outcome.getElement().setAttribute("role", "status");
    list.addColumn(d -> new Formats(getLocale(), zone.zone()).dateTime(d.at())).setKey("at");
    list.addColumn(SampleDelivery::type).setKey("type");
    list.addColumn(d -> result(d.result())).setKey("result");
    list.addColumn(SampleDelivery::detail).setKey("detail");
    list.addColumn(SampleDelivery::attempts).setKey("attempts");
    add(title, words, send, outcome, list);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("sample.title"));
    words.setLabel(getTranslation("sample.words"));
    send.setText(getTranslation("sample.send"));
    list.setEmptyStateText(getTranslation("sample.none"));
    for (String column : new String[] {"at", "type", "result", "detail", "attempts"}) {
      list.getColumnByKey(column).setHeader(getTranslation("sample." + column));
    }
    list.setItems(deliveries.newest(SHOWN));
  }

  private void send() {
    String data = "{\"text\":" + SampleJson.text(words.getValue()) + "}";
    try {
      SamplePosted posted = hook.post("test-" + UUID.randomUUID(), "test.sent", data);
      deliveries.note("test.sent", posted);
      outcome.setText(result(posted.result()) + ": " + posted.detail());
      list.setItems(deliveries.newest(SHOWN));
    } finally {
      send.setEnabled(true);
    }
  }

  private String result(SamplePosted.Result result) {
    return getTranslation("sample.result." + result.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public ViewState save() {
    return new ViewState(Map.of("words", words.getValue(), "outcome", outcome.getText()));
  }

  @Override
  public void restore(ViewState state) {
    words.setValue(state.get("words").orElse(""));
    outcome.setText(state.get("outcome").orElse(""));
  }
}
