package org.marquetry.ui.content;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.marquetry.campaign.api.SavedOffer;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailReader;
import org.marquetry.copy.api.UnlikeReader;
import org.marquetry.copy.api.WrittenMail;
import org.marquetry.profile.api.CustomerPage;
import org.marquetry.profile.api.Profile;
import org.marquetry.profile.api.Traits;
import org.marquetry.ui.api.ViewState;

/// A mail as a reader gets it: the same one that would be sent, in a frame that can do nothing.
final class MailPreview extends Div {
  private static final long serialVersionUID = 1L;

  /// How a mail is looked at.
  private enum Way {
    WIDE,
    PHONE,
    TEXT
  }

  private final transient MailServices services;
  private final H2 title = new H2();
  private final Select<UnlikeReader> reader = new Select<>();
  private final ComboBox<Profile> customer = new ComboBox<>();
  private final Select<SavedOffer> offer = new Select<>();
  private final Select<Integer> opening = new Select<>();
  private final Select<Way> way = new Select<>();
  private final Checkbox dark = new Checkbox();
  private final Checkbox pictures = new Checkbox();
  private final Paragraph subject = new Paragraph();
  private final IFrame frame = new IFrame();
  private final Pre text = new Pre();
  private transient @Nullable MailDesign design;
  private boolean filling;

  /// @param changed called when another offer is chosen
  MailPreview(MailServices services, Runnable changed) {
    this.services = services;
    setId("preview");
    addClassNames("shell-panel", "mq-preview");
    reader.setId("preview-reader");
    customer.setId("preview-customer");
    customer.setItemLabelGenerator(MailPreview::called);
    customer.setClearButtonVisible(true);
    customer.setItems(
        query -> found(query.getFilter().orElse(""), query.getOffset(), query.getLimit()),
        query -> services.profiles().count(query.getFilter().orElse("")));
    offer.setId("preview-offer");
    offer.setEmptySelectionAllowed(true);
    opening.setId("preview-opening");
    way.setId("preview-way");
    way.setItems(Way.values());
    way.setValue(Way.WIDE);
    dark.setId("preview-dark");
    pictures.setId("preview-pictures");
    pictures.setValue(true);
    subject.setId("preview-subject");
    frame.setId("preview-frame");
    frame.getElement().setAttribute("sandbox", "");
    text.setId("preview-text");
    reader.addValueChangeListener(e -> draw());
    customer.addValueChangeListener(e -> draw());
    opening.addValueChangeListener(e -> draw());
    way.addValueChangeListener(e -> draw());
    dark.addValueChangeListener(e -> draw());
    pictures.addValueChangeListener(e -> draw());
    offer.addValueChangeListener(e -> {
      if (!filling) {
        draw();
        changed.run();
      }
    });
    Div tools = new Div(reader, customer, offer, opening, way, dark, pictures);
    tools.addClassName("mq-tools");
    add(title, tools, subject, frame, text);
  }

  private static String called(Profile profile) {
    return profile
        .text(Traits.NAME)
        .map(name -> name + " · " + profile.customer().value())
        .orElse(profile.customer().value());
  }

  private Stream<Profile> found(String search, int offset, int limit) {
    return services
        .profiles()
        .page(new CustomerPage(search, CustomerPage.By.ID, false, offset, Math.max(1, limit)))
        .stream();
  }

  /// Write everything in the page's language.
  void translate() {
    title.setText(getTranslation("content.preview"));
    reader.setLabel(getTranslation("content.preview.reader"));
    reader.setItemLabelGenerator(u ->
        getTranslation("content.reader." + MailWords.word(u.kind()))
            + (u.made() ? getTranslation("content.reader.made") : ""));
    customer.setLabel(getTranslation("content.preview.customer"));
    offer.setLabel(getTranslation("content.preview.offer"));
    offer.setEmptySelectionCaption(getTranslation("content.preview.no-offer"));
    offer.setItemLabelGenerator(
        o -> o == null ? getTranslation("content.preview.no-offer") : o.name());
    opening.setLabel(getTranslation("content.preview.opening"));
    opening.setItemLabelGenerator(n -> getTranslation("content.opening", n + 1));
    way.setLabel(getTranslation("content.preview.way"));
    way.setItemLabelGenerator(w -> getTranslation("content.way." + MailWords.word(w)));
    dark.setLabel(getTranslation("content.preview.dark"));
    pictures.setLabel(getTranslation("content.preview.pictures"));
    frame.getElement().setAttribute("title", getTranslation("content.preview"));
  }

  /// What the offer that is chosen says.
  List<Fact> facts() {
    return Optional.ofNullable(offer.getValue())
        .map(o -> services.facts(o.offer()))
        .orElse(List.of());
  }

  void show(MailDesign now) {
    filling = true;
    UnlikeReader.Kind kind =
        Optional.ofNullable(reader.getValue())
            .map(UnlikeReader::kind)
            .orElse(UnlikeReader.Kind.USUAL);
    int variant = Math.min(chosenOpening(), now.openings().size() - 1);
    List<UnlikeReader> unlike = services.mails().unlike(now);
    reader.setItems(unlike);
    unlike.stream().filter(u -> u.kind() == kind).findFirst().ifPresent(reader::setValue);
    List<Integer> openings = new ArrayList<>();
    for (int i = 0; i < now.openings().size(); i++) {
      openings.add(i);
    }
    opening.setItems(openings);
    opening.setValue(variant);
    opening.setVisible(openings.size() > 1);
    List<SavedOffer> offers = services.offers();
    String chosen = Optional.ofNullable(offer.getValue()).map(SavedOffer::id).orElse("");
    offer.setItems(offers);
    offers.stream().filter(o -> o.id().equals(chosen)).findFirst().ifPresent(offer::setValue);
    offer.setVisible(!offers.isEmpty());
    filling = false;
    design = now;
    draw();
  }

  private int chosenOpening() {
    return Optional.ofNullable(opening.getValue()).orElse(0);
  }

  private void draw() {
    MailDesign now = design;
    if (filling || now == null || reader.getValue() == null) {
      return;
    }
    MailReader whom =
        Optional.ofNullable(customer.getValue())
            .map(c -> services.mails().readers(now, List.of(c.customer())).getFirst())
            .orElseGet(() -> reader.getValue().reader());
    WrittenMail mail =
        services.mails().write(now, chosenOpening(), facts(), List.of(whom)).getFirst();
    subject.setText(getTranslation("content.preview.subject", mail.subject()));
    subject.getElement().setAttribute("lang", mail.language());
    boolean plain = way.getValue() == Way.TEXT;
    frame.setVisible(!plain);
    text.setVisible(plain);
    dark.setVisible(!plain);
    pictures.setVisible(!plain);
    frame.setClassName("mq-phone", way.getValue() == Way.PHONE);
    text.setText(PreviewHtml.plain(mail.text()));
    text.getElement().setAttribute("lang", mail.language());
    frame.setSrcdoc(PreviewHtml.of(mail.html(), dark.getValue(), pictures.getValue()));
  }

  /// How the mail is looked at, to be carried over a swap.
  ViewState save() {
    return new ViewState(
        Map.of(
            "way", way.getValue().name(),
            "dark", dark.getValue().toString(),
            "pictures", pictures.getValue().toString()));
  }

  void restore(ViewState state) {
    state.get("way").map(Way::valueOf).ifPresent(way::setValue);
    state.get("dark").map(Boolean::valueOf).ifPresent(dark::setValue);
    state.get("pictures").map(Boolean::valueOf).ifPresent(pictures::setValue);
  }
}
