package org.marquetry.ui.data;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.marquetry.data.api.PageKeys;
import org.marquetry.data.api.PageKeys.PageKey;
import org.marquetry.ui.api.InputDialog;

/// Makes or changes a page key.
final class PageKeyDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient PageKeys keys;
  private final transient Optional<PageKey> before;
  private final transient Consumer<PageKey> done;
  private final TextField label = new TextField();
  private final TextArea origins = new TextArea();
  private final Checkbox countsOrders = new Checkbox();

  PageKeyDialog(PageKeys keys, Optional<PageKey> before, Consumer<PageKey> done) {
    super(
        before.isEmpty() ? "data.script.make" : "data.script.change",
        before.isEmpty() ? "data.script.make" : "data.script.save");
    this.keys = keys;
    this.before = before;
    this.done = done;
    label.setId("key-label");
    label.setLabel(getTranslation("data.script.label"));
    label.setHelperText(getTranslation("data.script.label.help"));
    label.setAutofocus(true);
    origins.setId("key-origins");
    origins.setLabel(getTranslation("data.script.origins"));
    origins.setHelperText(getTranslation("data.script.origins.help"));
    origins.setWidthFull();
    countsOrders.setId("key-orders");
    countsOrders.setLabel(getTranslation("data.script.orders.label"));
    countsOrders.setHelperText(getTranslation("data.script.orders.help"));
    before.ifPresent(k -> {
      label.setValue(k.label());
      origins.setValue(String.join("\n", k.origins()));
      countsOrders.setValue(k.countsOrders());
    });
    add(label, origins, countsOrders);
    messageBelow();
  }

  @Override
  protected void submit() {
    Set<String> from =
        Arrays.stream(origins.getValue().split("[\\s,]+", -1))
            .filter(o -> !o.isEmpty())
            .collect(Collectors.toSet());
    done.accept(
        before.isPresent()
            ? keys.change(before.get().id(), label.getValue(), from, countsOrders.getValue())
            : keys.make(label.getValue(), from, countsOrders.getValue()));
  }
}
