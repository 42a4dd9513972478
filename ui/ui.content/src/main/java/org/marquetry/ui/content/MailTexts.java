package org.marquetry.ui.content;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.marquetry.copy.api.MailText;

/// One field for each language of a mail.
final class MailTexts extends Div {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, AbstractField<?, String>> fields = new LinkedHashMap<>();
  private final transient MailText before;

  /// @param id of the first field; the others' end with their language
  MailTexts(String id, String label, List<String> languages, MailText text, boolean lines) {
    before = text;
    for (String language : languages) {
      String shown = label + " (" + language + ")";
      if (lines) {
        TextArea area = new TextArea(shown);
        area.setMinRows(3);
        area.setWidthFull();
        area.setId(id + "-" + language);
        keep(language, area, text);
      } else {
        TextField field = new TextField(shown);
        field.setWidthFull();
        field.setId(id + "-" + language);
        keep(language, field, text);
      }
    }
  }

  private <F extends AbstractField<?, String>> void keep(String language, F field, MailText text) {
    field.setValue(text.in(language).orElse(""));
    field.getElement().setAttribute("lang", language);
    fields.put(language, field);
    add(field);
  }

  /// What stands in a language's field from now on.
  void set(String language, String text) {
    AbstractField<?, String> field = fields.get(language);
    if (field != null) {
      field.setValue(text);
    }
  }

  MailText value() {
    MailText text = before;
    for (Map.Entry<String, AbstractField<?, String>> field : fields.entrySet()) {
      text = text.with(field.getKey(), field.getValue().getValue());
    }
    return text;
  }
}
