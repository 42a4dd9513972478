package org.marquetry.ui.system;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.marquetry.sandbox.api.SampleShop;
import org.marquetry.sandbox.api.SampleShopState;
import org.marquetry.sandbox.api.SampleShopState.Phase;
import org.marquetry.ui.api.Live;
import org.marquetry.ui.api.LivePart;

/// Start, open, stop and remove the made-up shop; follows what happens.
final class SampleShopView extends VerticalLayout implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final transient SampleShop shop;
  private final H1 title = new H1();
  private final LivePart<SampleShopState> place = new LivePart<>(this::draw);
  private final Paragraph refused = new Paragraph();

  SampleShopView(SampleShop shop, Live live) {
    this.shop = shop;
    setId("sample-shop");
    place.addClassName("shell-panel");
    refused.setId("refused");
    refused.addClassName("shell-bad");
    refused.getElement().setAttribute("role", "alert");
    add(title, place, refused);
    live.watch(this, PERIOD, shop::state, place::show);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    title.setText(getTranslation("system.sample"));
    refused.setText("");
    place.show(shop.state());
  }

  private List<Component> draw(SampleShopState state) {
    List<Component> all = new ArrayList<>();
    all.add(new Paragraph(getTranslation("system.sample.about")));
    Span phase =
        new Span(
            getTranslation(
                "system.sample." + state.phase().name().toLowerCase(Locale.ROOT), state.home()));
    phase.setId("phase");
    phase.addClassNames("mq-chip", state.phase() == Phase.RUNNING ? "mq-strong" : "mq-soft");
    all.add(phase);
    state
        .problem()
        .ifPresent(words -> {
          Paragraph problem = new Paragraph(getTranslation("system.sample.ended"));
          problem.addClassName("shell-bad");
          Div text = new Div(words);
          text.addClassName("mq-code");
          text.getElement().setAttribute("lang", "en");
          all.addAll(List.of(problem, text));
        });
    state
        .address()
        .ifPresent(address -> {
          Anchor open =
              new Anchor(address, getTranslation("system.sample.open"), AnchorTarget.BLANK);
          open.setId("open");
          all.add(new Paragraph(open));
        });
    state
        .token()
        .ifPresent(token ->
            all.add(
                new Paragraph(
                    new Span(getTranslation("system.sample.token") + " "), new Code(token))));
    all.add(buttons(state.phase()));
    return all;
  }

  private Div buttons(Phase phase) {
    Div buttons = new Div();
    buttons.addClassName("mq-tools");
    switch (phase) {
      case NONE -> buttons.add(primary("start", shop::start));
      case STOPPED -> buttons.add(primary("start", shop::start), remove());
      case RUNNING -> buttons.add(button("stop", shop::stop));
      case CHANGING, THIS, FOREIGN -> buttons.setVisible(false);
    }
    return buttons;
  }

  private Button primary(String word, Runnable act) {
    Button button = button(word, act);
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return button;
  }

  private Button button(String word, Runnable act) {
    Button button = new Button(getTranslation("system.sample." + word));
    button.setId(word);
    button.setDisableOnClick(true);
    button.addClickListener(_ -> {
      attempt(act);
      button.setEnabled(true); // when it was refused, nothing is drawn anew
    });
    return button;
  }

  private Button remove() {
    Button ask = new Button(getTranslation("system.sample.remove"));
    ask.setId("remove");
    ask.addClickListener(_ -> {
      Dialog dialog = new Dialog(getTranslation("system.sample.remove.title"));
      dialog.add(new Paragraph(getTranslation("system.sample.remove.words")));
      Button yes = new Button(getTranslation("system.sample.remove"));
      yes.setId("remove-yes");
      yes.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
      yes.addClickListener(_ -> {
        dialog.close();
        attempt(shop::remove);
      });
      Button no = new Button(getTranslation("system.sample.remove.no"), _ -> dialog.close());
      dialog.getFooter().add(no, yes);
      dialog.open();
    });
    return ask;
  }

  private void attempt(Runnable act) {
    refused.setText("");
    try {
      act.run();
    } catch (IllegalStateException e) {
      refused.setText(getTranslation("system.sample.refused", String.valueOf(e.getMessage())));
    }
    place.show(shop.state());
  }
}
