package org.marquetry.ui.content;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.function.Consumer;
import org.marquetry.copy.api.SavedMailDesign;
import org.marquetry.shop.api.Rejected;
import org.marquetry.shop.api.Words;
import org.marquetry.ui.api.InputDialog;

/// Makes a mail from a template.
final class NewMailDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient MailServices services;
  private final transient Consumer<SavedMailDesign> done;
  private final TextField name = new TextField();
  private final RadioButtonGroup<MailTemplates> template = new RadioButtonGroup<>();

  NewMailDialog(MailServices services, Consumer<SavedMailDesign> done) {
    super("content.mail.new", "content.save");
    this.services = services;
    this.done = done;
    name.setId("mail-name");
    name.setLabel(getTranslation("content.mail.name"));
    name.setAutofocus(true);
    template.setId("mail-template");
    template.setLabel(getTranslation("content.mail.template"));
    template.setItems(MailTemplates.values());
    template.setItemLabelGenerator(
        t -> getTranslation("content.template." + t.name().toLowerCase(Locale.ROOT)));
    template.setValue(MailTemplates.FOR_YOU);
    add(name, template);
    messageBelow();
  }

  @Override
  protected void submit() {
    if (name.getValue().isBlank()) {
      throw new Rejected(new Words("请给邮件起个名字", "the mail needs a name"));
    }
    String first = getLocale().getLanguage().equals("zh") ? "zh" : "en";
    done.accept(
        services.designs().create(template.getValue().design(name.getValue().strip(), first)));
  }
}
