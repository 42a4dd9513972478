// An element that tells how much was typed. A browser defines it once, also when the bundle is swapped.
class SampleCounter extends HTMLElement {
  static observedAttributes = ['typed', 'most'];

  attributeChangedCallback() {
    this.textContent = `${this.getAttribute('typed') ?? 0} / ${this.getAttribute('most') ?? ''}`;
  }
}

customElements.get('sample-counter') ?? customElements.define('sample-counter', SampleCounter);
