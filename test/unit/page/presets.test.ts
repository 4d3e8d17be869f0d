import { expect, test } from 'vitest';
import { houseStylePresets, layOut } from '../../../shared/page/index.ts';
import { bulletinOf } from '../../support/bulletins.ts';

const preset = (id: string) => {
  const found = houseStylePresets.find((each) => each.id === id);
  if (!found) throw new Error(`no preset ${id}`);
  return found.style;
};

/** The last characters of each page's text. */
function pageEnds(text: string, id: string): string[] {
  return layOut(bulletinOf(text, preset(id))).pages.map((page) => {
    const last = page.pieces.filter((piece) => piece.kind === 'lines').at(-1);
    return last?.unit.lines[last.to - 1]?.text ?? '';
  });
}

test('in the style of 2020 the pages of text 001 break where the printed issue’s did', () => {
  const [first, second, third] = pageEnds('001', 'bulletin2020');
  expect(first).toMatch(/青春智慧和力$/);
  expect(second).toMatch(/采购了一批平价医用口罩，尽全$/);
  expect(third).toMatch(/收集企业复工中存在的问题$/);
});
