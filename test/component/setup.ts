import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

/** What jsdom lacks of a browser and the page relies on. */

// Under NODE_ENV=test antd gives every element the one id `test-id`, and labels would name the wrong fields.
process.env['NODE_ENV'] = 'development';

window.matchMedia ??= (media: string) =>
  ({
    media,
    matches: false,
    onchange: null,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => false,
  }) satisfies MediaQueryList;

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// jsdom lays nothing out; a virtual list would find no room for a single row.
for (const [name, size] of [
  ['offsetHeight', 640],
  ['offsetWidth', 480],
  ['clientHeight', 640],
  ['clientWidth', 480],
] as const) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size });
}
// Nothing is painted; that pages are is seen in a browser.
HTMLCanvasElement.prototype.getContext = () => null;
globalThis.Path2D ??= class {} as typeof Path2D;
Element.prototype.scrollTo = () => {};
Element.prototype.scrollIntoView = () => {};
document.elementFromPoint ??= () => null;
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect ??= () => new DOMRect();

// Two cores shared by many; a failure shows its sentence, not the whole page.
configure({ asyncUtilTimeout: 5_000, getElementError: (message) => new Error(message ?? '') });

afterEach(() => {
  cleanup();
  localStorage.clear();
});
