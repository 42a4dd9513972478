package org.marquetry.ui.extensions;

import com.vaadin.flow.component.textfield.TextField;
import org.marquetry.feature.api.FeatureSources;
import org.marquetry.ui.api.InputDialog;

/// Adds a place that features come from.
final class RepositoryDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient FeatureSources sources;
  private final transient Runnable done;
  private final TextField name = new TextField();
  private final TextField address = new TextField();

  RepositoryDialog(FeatureSources sources, Runnable done) {
    super("extensions.repository-add", "extensions.repository.add");
    this.sources = sources;
    this.done = done;
    name.setId("repository-name");
    name.setLabel(getTranslation("extensions.repository.name"));
    name.setHelperText(getTranslation("extensions.repository.name.help"));
    name.setAutofocus(true);
    address.setId("repository-address");
    address.setLabel(getTranslation("extensions.repository.address"));
    address.setHelperText(getTranslation("extensions.repository.address.help"));
    add(name, address);
    messageBelow();
  }

  @Override
  protected void submit() {
    Refusals.asArgument(() -> {
      sources.add(name.getValue().strip(), address.getValue());
    });
    done.run();
  }
}
