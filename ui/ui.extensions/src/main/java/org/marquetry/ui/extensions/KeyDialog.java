package org.marquetry.ui.extensions;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import org.marquetry.feature.api.FeatureSources;
import org.marquetry.ui.api.InputDialog;

/// Trusts a publisher's key.
final class KeyDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient FeatureSources sources;
  private final transient Runnable done;
  private final TextField name = new TextField();
  private final TextField key = new TextField();
  private final Checkbox suite = new Checkbox();

  KeyDialog(FeatureSources sources, Runnable done) {
    super("extensions.key-add", "extensions.key.trust");
    this.sources = sources;
    this.done = done;
    name.setId("key-name");
    name.setLabel(getTranslation("extensions.key.name"));
    name.setAutofocus(true);
    key.setId("key-text");
    key.setLabel(getTranslation("extensions.key.text"));
    key.setHelperText(getTranslation("extensions.key.text.help"));
    suite.setLabel(getTranslation("extensions.key.for-suite"));
    add(name, key, suite);
    messageBelow();
  }

  @Override
  protected void submit() {
    Refusals.asArgument(() -> {
      sources.pin(key.getValue().strip(), name.getValue(), suite.getValue());
    });
    done.run();
  }
}
