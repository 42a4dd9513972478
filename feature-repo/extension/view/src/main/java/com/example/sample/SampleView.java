package com.example.sample;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.Map;
import org.marquetry.ui.api.Lists;
import org.marquetry.ui.api.Stateful;
import org.marquetry.ui.api.ViewState;

/// The page, one for each browser tab.
@SuppressWarnings("serial") // a page is never serialized
public final class SampleView extends VerticalLayout implements LocaleChangeObserver, Stateful {
  private final transient SampleNotes notes;
  private final H1 title = new H1();
  private final TextField customer = new TextField();
  private final TextArea words = new TextArea();
  private final Element counter = new Element("sample-counter");
  private final Button add = new Button("", e -> add());
  private final Grid<SampleNote> list = Lists.grid("sample-list");

  SampleView(SampleNotes notes) {
    this.notes = notes;
    customer.setId("sample-customer");
    words.setId("sample-words");
    words.setMaxLength(SampleNote.MOST);
    words.setValueChangeMode(ValueChangeMode.LAZY); // what was typed is known when we are swapped
    words.addValueChangeListener(e -> count());
    counter.setAttribute("most", Integer.toString(SampleNote.MOST));
    list.addColumn(SampleNote::customer).setKey("customer");
    list.addColumn(SampleNote::words).setKey("words");
    add(title, customer, words);
    getElement().appendChild(counter);
    add(add, list);
    show();
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    attached.getUI().getPage().addJsModule(SampleFiles.ADDRESS);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("sample.title"));
    customer.setLabel(getTranslation("sample.customer"));
    words.setLabel(getTranslation("sample.words"));
    add.setText(getTranslation("sample.add"));
    list.getColumnByKey("customer").setHeader(getTranslation("sample.customer"));
    list.getColumnByKey("words").setHeader(getTranslation("sample.words"));
  }

  private void add() {
    boolean complete = !customer.isEmpty() && !words.isEmpty();
    customer.setInvalid(customer.isEmpty());
    words.setInvalid(words.isEmpty());
    if (complete) {
      notes.add(customer.getValue(), words.getValue());
      words.clear();
      show();
    }
  }

  private void show() {
    list.setItems(notes.newest(100));
  }

  private void count() {
    counter.setAttribute("typed", Integer.toString(words.getValue().length()));
  }

  @Override
  public ViewState save() {
    return new ViewState(Map.of("customer", customer.getValue(), "words", words.getValue()));
  }

  @Override
  public void restore(ViewState state) {
    customer.setValue(state.get("customer").orElse(""));
    words.setValue(state.get("words").orElse(""));
  }
}
