package org.marquetry.ui.extensions;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.marquetry.feature.api.FeatureSources;
import org.marquetry.feature.api.TrustedKey;
import org.marquetry.ui.api.InputDialog;

/// Trusts a key no more, for good.
final class RevokeDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient FeatureSources sources;
  private final transient TrustedKey key;
  private final transient Runnable done;
  private final TextField reason = new TextField();

  RevokeDialog(FeatureSources sources, TrustedKey key, Runnable done) {
    super("extensions.key.revoke.title", "extensions.key.revoke", key.name());
    this.sources = sources;
    this.key = key;
    this.done = done;
    reason.setId("reason");
    reason.setLabel(getTranslation("extensions.key.reason"));
    reason.setMaxLength(200);
    reason.setAutofocus(true);
    main().addThemeVariants(ButtonVariant.LUMO_ERROR);
    add(new Paragraph(getTranslation("extensions.key.revoke.words")), reason);
    messageBelow();
  }

  @Override
  protected void submit() {
    Refusals.asArgument(() -> sources.revoke(key.id(), reason.getValue()));
    done.run();
  }
}
