package org.marquetry.ui.data;

import com.vaadin.flow.component.textfield.IntegerField;
import java.util.OptionalInt;
import org.marquetry.data.api.Retention;
import org.marquetry.data.api.Retention.Kind;
import org.marquetry.ui.api.InputDialog;

/// Sets how long a kind of data is kept.
final class KeepDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient Retention retention;
  private final transient Kind kind;
  private final transient Runnable done;
  private final IntegerField days = new IntegerField();

  KeepDialog(Retention retention, Kind kind, String name, Runnable done) {
    super("data.retention.keep", "data.script.save", name);
    this.retention = retention;
    this.kind = kind;
    this.done = done;
    days.setId("days");
    days.setLabel(getTranslation("data.retention.days.label"));
    days.setHelperText(getTranslation("data.retention.days.help"));
    days.setWidthFull();
    kind.days().ifPresent(days::setValue);
    add(days);
    messageBelow();
  }

  @Override
  protected void submit() {
    Integer typed = days.getValue();
    retention.keep(kind.id(), typed == null ? OptionalInt.empty() : OptionalInt.of(typed));
    done.run();
  }
}
