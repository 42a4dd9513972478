package org.marquetry.ui.data;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.marquetry.data.api.ImportStatus;
import org.marquetry.data.api.UndoPreview;
import org.marquetry.data.api.UndoPreview.Use;

/// Asks before an import is taken back: what goes, what gets its former values, what has used its
/// rows already.
final class ImportUndoDialog extends Dialog {
  private static final long serialVersionUID = 1L;

  ImportUndoDialog(ImportStatus status, UndoPreview preview, ImportWords words, Runnable undo) {
    setHeaderTitle(words.text("data.undo.title", status.name()));
    setWidth("34rem");
    addClassName("shell-help");
    UnorderedList does = new UnorderedList();
    does.setId("undo-does");
    does.add(line(words, "data.undo.removed", preview.removed()));
    does.add(line(words, "data.undo.restored", preview.restored()));
    if (preview.kept() > 0) {
      does.add(line(words, "data.undo.kept", preview.kept()));
    }
    add(does, uses(preview.uses(), words), new Paragraph(words.text("data.undo.erased")));
    if (!status.sourceKept()) {
      Paragraph gone = new Paragraph(words.text("data.undo.file-gone"));
      gone.setId("undo-file-gone");
      add(gone);
    }
    Button cancel = new Button(words.text("data.cancel"), e -> close());
    Button sure =
        new Button(
            words.text("data.undo.sure"),
            e -> {
              close();
              undo.run();
            });
    sure.setId("undo-sure");
    sure.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
    getFooter().add(cancel, sure);
  }

  private static ListItem line(ImportWords words, String key, long count) {
    return new ListItem(words.text(key, count, words.formats().number(count)));
  }

  private static com.vaadin.flow.component.Component uses(List<Use> uses, ImportWords words) {
    if (uses.isEmpty()) {
      return new Paragraph(words.text("data.undo.unused"));
    }
    UnorderedList list = new UnorderedList();
    list.setId("undo-uses");
    uses.forEach(u -> list.add(line(words, "data.undo.use." + u.kind(), u.count())));
    Paragraph title = new Paragraph(words.text("data.undo.used"));
    return new com.vaadin.flow.component.html.Div(title, list);
  }
}
