package org.marquetry.ui.data;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import org.marquetry.data.api.Quality;
import org.marquetry.data.api.Quality.Rule;
import org.marquetry.ui.api.InputDialog;

/// Silences a rule: why, and until when.
final class SilenceDialog extends InputDialog {
  private static final long serialVersionUID = 1L;
  private static final int USUAL_DAYS = 30;

  private final transient Quality quality;
  private final transient Rule rule;
  private final transient Runnable done;
  private final TextArea reason = new TextArea();
  private final DatePicker until = new DatePicker();

  SilenceDialog(Quality quality, Rule rule, LocalDate today, Runnable done) {
    super("data.quality.silence", "data.quality.silence");
    this.quality = quality;
    this.rule = rule;
    this.done = done;
    reason.setId("reason");
    reason.setLabel(getTranslation("data.quality.reason"));
    reason.setHelperText(getTranslation("data.quality.reason.help"));
    reason.setMaxLength(500);
    reason.setWidthFull();
    until.setId("until");
    until.setLabel(getTranslation("data.quality.until"));
    until.setMin(today.plusDays(1));
    until.setValue(today.plusDays(USUAL_DAYS));
    add(reason, until);
    messageBelow();
  }

  @Override
  protected void submit() {
    if (until.getValue() == null) {
      throw new IllegalArgumentException(getTranslation("data.quality.until"));
    }
    quality.silence(rule.id(), reason.getValue(), until.getValue());
    done.run();
  }
}
