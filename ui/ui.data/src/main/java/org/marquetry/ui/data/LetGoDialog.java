package org.marquetry.ui.data;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.marquetry.data.api.Retention;
import org.marquetry.data.api.Retention.Kind;
import org.marquetry.ui.api.InputDialog;

/// Says what would be deleted, and does it.
final class LetGoDialog extends InputDialog {
  private static final long serialVersionUID = 1L;

  private final transient Retention retention;
  private final transient Consumer<String> done;

  LetGoDialog(Retention retention, Locale locale, Consumer<String> done) {
    super("data.retention.apply", "data.retention.apply");
    this.retention = retention;
    this.done = done;
    List<Kind> going = retention.kinds().stream().filter(k -> k.expiring() > 0).toList();
    add(
        new Paragraph(
            getTranslation(going.isEmpty() ? "data.retention.nothing" : "data.retention.sure")));
    UnorderedList list = new UnorderedList();
    list.setId("going");
    going.forEach(k ->
        list.add(
            new ListItem(
                getTranslation(
                    "data.retention.going",
                    k.words().in(locale),
                    String.format(locale, "%,d", k.expiring())))));
    add(list);
    messageBelow();
  }

  @Override
  protected void submit() {
    done.accept(retention.apply());
  }
}
