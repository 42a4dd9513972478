"use strict";
(() => {
  const show = (language) => {
    document.documentElement.lang = language;
    for (const b of document.querySelectorAll("[data-language]")) {
      b.setAttribute("aria-pressed", String(b.dataset.language === language));
    }
  };
  for (const b of document.querySelectorAll("[data-language]")) {
    b.addEventListener("click", () => show(b.dataset.language));
  }
  show(document.documentElement.lang);
})();
