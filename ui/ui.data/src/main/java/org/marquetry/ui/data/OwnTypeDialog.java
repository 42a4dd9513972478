package org.marquetry.ui.data;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.marquetry.data.api.OwnTypes;
import org.marquetry.data.api.OwnTypes.EventType;
import org.marquetry.data.api.OwnTypes.Field;
import org.marquetry.data.api.OwnTypes.Kind;
import org.marquetry.ui.api.InputDialog;

/// Declares a type or changes what it declares; a field stands on a line, such as `distance number
/// km required personal`.
final class OwnTypeDialog extends InputDialog {
  private static final long serialVersionUID = 1L;
  private static final String REQUIRED = "required";
  private static final String PERSONAL = "personal";

  private final transient OwnTypes types;
  private final transient Runnable done;
  private final TextField name = new TextField();
  private final TextField label = new TextField();
  private final TextArea fields = new TextArea();
  private final Checkbox pages = new Checkbox();

  OwnTypeDialog(OwnTypes types, Optional<EventType> before, Runnable done) {
    super(
        before.isEmpty() ? "data.own-types.declare" : "data.script.change",
        before.isEmpty() ? "data.own-types.declare" : "data.script.save");
    this.types = types;
    this.done = done;
    name.setId("type-name");
    name.setLabel(getTranslation("data.own-types.name"));
    name.setHelperText(getTranslation("data.own-types.name.help"));
    name.setReadOnly(before.isPresent());
    label.setId("type-label");
    label.setLabel(getTranslation("data.own-types.label"));
    fields.setId("type-fields");
    fields.setLabel(getTranslation("data.own-types.fields"));
    fields.setHelperText(getTranslation("data.own-types.fields.help"));
    fields.setWidthFull();
    pages.setId("type-pages");
    pages.setLabel(getTranslation("data.own-types.pages.label"));
    before.ifPresent(t -> {
      name.setValue(t.name());
      label.setValue(t.label());
      pages.setValue(t.fromPages());
      fields.setValue(
          t.fields().stream().map(OwnTypeDialog::line).collect(Collectors.joining("\n")));
    });
    add(name, label, fields, pages);
    messageBelow();
  }

  static String line(Field field) {
    return String.join(
            " ",
            field.name(),
            field.kind().name().toLowerCase(Locale.ROOT),
            field.unit(),
            field.required() ? REQUIRED : "",
            field.personal() ? PERSONAL : "")
        .strip()
        .replaceAll(" +", " ");
  }

  /// @throws IllegalArgumentException naming what is wrong with the line
  static Field field(String line) {
    List<String> words = List.of(line.strip().split("\\s+", -1));
    if (words.size() < 2) {
      throw new IllegalArgumentException("a field is a name and a kind, got " + line);
    }
    String kind = words.get(1).toUpperCase(Locale.ROOT);
    if (Arrays.stream(Kind.values()).noneMatch(k -> k.name().equals(kind))) {
      throw new IllegalArgumentException(
          "the kind must be text, number, truth, date or time, got " + words.get(1));
    }
    List<String> rest = words.subList(2, words.size());
    String unit =
        rest.stream()
            .filter(w -> !w.equals(REQUIRED) && !w.equals(PERSONAL))
            .collect(Collectors.joining(" "));
    return new Field(
        words.getFirst(),
        Kind.valueOf(kind),
        unit,
        rest.contains(PERSONAL),
        rest.contains(REQUIRED));
  }

  @Override
  protected void submit() {
    List<Field> all =
        fields.getValue().lines().filter(l -> !l.isBlank()).map(OwnTypeDialog::field).toList();
    types.declare(
        new EventType(name.getValue().strip(), label.getValue().strip(), pages.getValue(), all));
    done.run();
  }
}
