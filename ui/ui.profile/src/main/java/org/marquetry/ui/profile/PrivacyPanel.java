package org.marquetry.ui.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.marquetry.platform.api.gate.Actor;
import org.marquetry.privacy.api.ErasureStatus;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.Privacy;
import org.marquetry.ui.api.Colleagues;
import org.marquetry.ui.api.Formats;
import org.marquetry.ui.api.LivePart;
import org.marquetry.ui.api.Told;

/// Hands out what is kept about a person, and has it erased: one asks, another confirms.
final class PrivacyPanel extends Div implements LocaleChangeObserver {
  private static final long serialVersionUID = 1L;
  private static final Duration PERIOD = Duration.ofSeconds(3);

  private final transient ProfileServices services;
  private final transient Privacy privacy;
  private final transient Colleagues colleagues;
  private final transient PersonIds person;
  private final LivePart<Optional<ErasureStatus>> content = new LivePart<>(this::content);

  PrivacyPanel(ProfileServices services, Privacy privacy, Colleagues colleagues, PersonIds person) {
    this.services = services;
    this.privacy = privacy;
    this.colleagues = colleagues;
    this.person = person;
    setId("privacy");
    add(content);
    services.live().watch(this, PERIOD, this::look, content::show);
  }

  private Optional<ErasureStatus> look() {
    return privacy.pending(person);
  }

  @Override
  public void localeChange(LocaleChangeEvent event) {
    content.show(look());
  }

  private static boolean may(String permission) {
    return Actor.current().may(permission);
  }

  private List<Component> content(Optional<ErasureStatus> erasure) {
    List<Component> parts = new ArrayList<>();
    parts.add(new Paragraph(getTranslation("profile.privacy.text")));
    erasure.ifPresent(e -> parts.add(state(e)));
    Div tools = new Div();
    tools.addClassName("mq-tools");
    if (may("privacy.export")) {
      tools.add(held());
    }
    if (may("privacy.erase")) {
      tools.add(erasing(erasure));
    }
    parts.add(tools);
    return parts;
  }

  private Component state(ErasureStatus erasure) {
    Formats formats = new Formats(getLocale(), services.zone().zone());
    boolean waits = erasure.state() == ErasureStatus.State.ASKED;
    Paragraph said =
        new Paragraph(
            getTranslation(
                waits ? "profile.privacy.asked" : "profile.privacy.open",
                colleagues.names(getLocale()).apply(erasure.requestedBy()),
                formats.dateTime(erasure.requestedAt()),
                erasure.reason()));
    said.setId("erasure");
    said.addClassName("mq-strong-text");
    return said;
  }

  private Anchor held() {
    Actor actor = Actor.current();
    Anchor link =
        new Anchor(
            (DownloadHandler) new HeldData(privacy, person, actor, getLocale())::download,
            getTranslation("profile.privacy.held"));
    link.setId("held-data");
    link.addClassName("mq-button");
    return link;
  }

  private Component erasing(Optional<ErasureStatus> erasure) {
    Div tools = new Div();
    tools.addClassName("mq-tools");
    if (erasure.isEmpty()) {
      Button erase = new Button(getTranslation("profile.privacy.erase"));
      erase.setId("erase");
      erase.addThemeVariants(ButtonVariant.LUMO_ERROR);
      erase.addClickListener(
          e -> new EraseDialog(privacy, person, () -> content.show(look())).open());
      tools.add(erase);
    } else if (erasure.get().state() == ErasureStatus.State.ASKED) {
      String id = erasure.get().id();
      Button confirm = act("confirm", () -> privacy.confirm(id));
      confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
      tools.add(confirm, act("refuse", () -> privacy.refuse(id)));
    }
    return tools;
  }

  private Button act(String what, Runnable act) {
    Button button = new Button(getTranslation("profile.privacy." + what));
    button.setId("erasure-" + what);
    button.setDisableOnClick(true);
    button.addClickListener(e -> {
      Told.when(this, act);
      button.setEnabled(true);
      content.show(look());
    });
    return button;
  }
}
