package org.marquetry.ui.content;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.marquetry.copy.api.Channel;
import org.marquetry.copy.api.Fact;
import org.marquetry.copy.api.MailDesign;
import org.marquetry.copy.api.MailOpening;
import org.marquetry.copy.api.MailText;
import org.marquetry.ui.api.InputDialog;

/// Changes name, languages, and the variants of subject and preheader.
final class MailSettingsDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient MailServices services;
  private final transient MailDesign design;
  private final transient List<Fact> facts;
  private final transient Consumer<MailDesign> done;
  private final TextField name = new TextField();
  private final TextField languages = new TextField();
  private final Div openings = new Div();
  private final transient List<Variant> variants = new ArrayList<>();
  private final Button more = new Button();

  private record Variant(MailTexts subject, MailTexts preheader) {}

  MailSettingsDialog(
      MailServices services, MailDesign design, List<Fact> facts, Consumer<MailDesign> done) {
    super("content.mail.settings", "content.save");
    this.services = services;
    this.design = design;
    this.facts = facts;
    this.done = done;
    name.setId("mail-name");
    name.setLabel(getTranslation("content.mail.name"));
    name.setValue(design.name());
    languages.setId("mail-languages");
    languages.setLabel(getTranslation("content.mail.languages"));
    languages.setHelperText(getTranslation("content.mail.languages.help"));
    languages.setValue(String.join(", ", design.languages()));
    more.setId("add-opening");
    more.setText(getTranslation("content.opening.add"));
    more.addClickListener(e -> variant(new MailOpening(MailText.NONE, MailText.NONE)));
    add(name, languages, openings, more);
    design.openings().forEach(this::variant);
    messageBelow();
  }

  private void variant(MailOpening opening) {
    int number = variants.size() + 1;
    Variant variant =
        new Variant(
            texts("subject-" + number, "content.field.subject", opening.subject()),
            texts("preheader-" + number, "content.field.preheader", opening.preheader()));
    variants.add(variant);
    openings.add(new H3(getTranslation("content.opening", number)), variant.subject);
    openings.add(
        new Proposals(
            services,
            facts,
            Channel.MAIL_SUBJECT,
            design.languages(),
            (tag, piece) ->
                design.languages().stream()
                    .filter(l -> l.startsWith(tag))
                    .forEach(l -> variant.subject.set(l, piece))));
    openings.add(variant.preheader);
    more.setVisible(variants.size() < MailDesign.MAX_OPENINGS);
  }

  private MailTexts texts(String id, String label, MailText text) {
    return new MailTexts(id, getTranslation(label), design.languages(), text, false);
  }

  @Override
  protected void submit() {
    List<String> tags =
        Arrays.stream(languages.getValue().split("[,;，、\\s]+", -1))
            .filter(t -> !t.isBlank())
            .toList();
    List<MailOpening> wanted = new ArrayList<>();
    for (Variant variant : variants) {
      MailOpening opening = new MailOpening(variant.subject.value(), variant.preheader.value());
      if (wanted.isEmpty() || !opening.subject().versions().isEmpty()) {
        wanted.add(opening); // a further variant without a subject is none
      }
    }
    done.accept(new MailDesign(name.getValue(), tags, wanted, design.blocks()));
  }
}
