package org.marquetry.ui.shell;

import com.vaadin.flow.component.UI;

/// What a person is typing reaches the server only when they pause or leave the field. When the
/// page is replaced before that, or before the server has heard it, the browser puts it into the
/// field of the same id.
final class TypedText {
  private static final String REMEMBER =
      """
      if (window.marquetryTyped) return;
      const typed = window.marquetryTyped = new Map();
      document.addEventListener('input', e => {
        const field = e.target.parentElement;
        if (field?.id && field.localName !== 'vaadin-password-field') {
          typed.set(field.id, {field, on: location.pathname});
        }
      }, true);
      """;

  /// A field that was taken away still knows what it showed last; that may be what the server made
  /// of what was typed.
  private static final String RESTORE =
      """
      for (const [id, typed] of window.marquetryTyped ?? []) {
        const field = document.getElementById(id);
        if (field && typed.on === location.pathname && field.value !== typed.field.value) {
          field.focus();
          field.value = typed.field.value;
          const inner = field.inputElement ?? field; // which event tells the server is the page's choice
          inner.dispatchEvent(new Event('input', {bubbles: true}));
          field.dispatchEvent(new CustomEvent('change', {bubbles: true}));
        }
        if (field) typed.field = field;
      }
      """;

  private TypedText() {}

  /// Begin to remember what is typed in a tab.
  static void remember(UI ui) {
    ui.getPage().executeJs(REMEMBER);
  }

  /// Put what was typed last into the page that came in place of another.
  static void restore(UI ui) {
    ui.getPage().executeJs(RESTORE);
  }
}
