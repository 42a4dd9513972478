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
        const known = typed.get(e.target.parentElement?.id);
        const answered = () => {
          const asking = Object.values(window.Vaadin?.Flow?.clients ?? {}).some(c => c.isActive?.());
          if (asking) setTimeout(answered, 100);
          else known.told = performance.now();
        };
        if (known) setTimeout(answered, 100);
      }, true);
      """;

  /// What the server has answered to some time ago is part of the page's state. What it was told
  /// and has not answered to may be meant for the field that was replaced.
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
