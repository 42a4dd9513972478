package org.marquetry.ui.shell;

import com.vaadin.flow.component.UI;

/// What a person is typing reaches the server only when they pause or leave the field. When the
/// page is replaced before that, the browser puts it into the field of the same id.
final class TypedText {
  private static final String REMEMBER =
      """
      if (window.marquetryTyped) return;
      const typed = window.marquetryTyped = new Map();
      document.addEventListener('input', e => {
        const field = e.target.parentElement;
        if (field?.id && field.localName !== 'vaadin-password-field') {
          typed.set(field.id, {text: e.target.value, told: Infinity, on: location.pathname});
        }
      }, true);
      document.addEventListener('change', e => {
        const told = typed.get(e.target.parentElement?.id);
        if (told) told.told = performance.now();
      }, true);
      """;

  /// What the server was told of some time ago is part of the page's state.
  private static final String RESTORE =
      """
      for (const [id, typed] of window.marquetryTyped ?? []) {
        const field = document.getElementById(id);
        const unheard = typed.on === location.pathname && performance.now() < typed.told + 5000;
        if (field && unheard && field.value !== typed.text) {
          field.focus();
          field.value = typed.text;
          const inner = field.inputElement ?? field; // which event tells the server is the page's choice
          inner.dispatchEvent(new Event('input', {bubbles: true}));
          field.dispatchEvent(new CustomEvent('change', {bubbles: true}));
        }
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
