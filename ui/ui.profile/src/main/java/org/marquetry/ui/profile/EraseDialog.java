package org.marquetry.ui.profile;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import org.marquetry.privacy.api.PersonIds;
import org.marquetry.privacy.api.Privacy;
import org.marquetry.ui.api.InputDialog;

/// Asks why a person is to be erased.
final class EraseDialog extends InputDialog {
  private static final long serialVersionUID = 1L;
  private static final String TEXTS = "profile.privacy.reason.";

  private final transient Privacy privacy;
  private final transient PersonIds person;
  private final transient Runnable done;
  private final Select<String> reason = new Select<>();

  EraseDialog(Privacy privacy, PersonIds person, Runnable done) {
    super("profile.privacy.erase", "profile.privacy.erase");
    this.privacy = privacy;
    this.person = person;
    this.done = done;
    reason.setId("erase-reason");
    reason.setLabel(getTranslation("profile.privacy.reason"));
    reason.setItems("person-asked", "no-longer-needed", "collected-by-mistake", "law");
    reason.setItemLabelGenerator(r -> getTranslation(TEXTS + r));
    reason.setValue("person-asked");
    reason.setWidthFull();
    add(new Paragraph(getTranslation("profile.privacy.erase.text")), reason);
    messageBelow();
  }

  @Override
  protected void submit() {
    privacy.erase(person, reason.getValue());
    done.run();
  }
}
