import { expect, test } from 'vitest';
import { Compiler } from '../../../electron/press/engine/compiler.ts';
import { Fonts, knownFamilies } from '../../../electron/press/engine/fonts.ts';
import { latinMetrics, measureFace } from '../../../electron/press/engine/latinMetrics.ts';
import { timesMetrics } from '../../../shared/page/index.ts';

const compiler = new Compiler(['.cache/fonts'], new URL('../../../electron/press/engine/', import.meta.url), []);
const installed = compiler.installed(knownFamilies);

test('a family the engine has is found, one it has not is not', () => {
  expect(compiler.installed(['Noto Serif CJK SC', 'No Such Face'])).toEqual(new Set(['Noto Serif CJK SC']));
});

test('where a face of the Times family is installed, the table of widths is its own', () => {
  expect(latinMetrics(new Fonts(new Set([...installed, 'Times New Roman'])), compiler)).toBe(timesMetrics);
  const family = new Fonts(installed).family('latin');
  if (family === null) return;
  // The face itself, measured by the engine, agrees with the table.
  expect(measureFace(compiler, family, 'regular')).toEqual(timesMetrics.regular);
  expect(measureFace(compiler, family, 'bold')).toEqual(timesMetrics.bold);
});

test('where none is, the face that stands in is measured', () => {
  const without = new Set([...installed].filter((family) => !/Times|Liberation|Nimbus|Tinos|Termes/.test(family)));
  const { regular, bold } = latinMetrics(new Fonts(without), compiler);
  expect([regular.length, bold.length]).toEqual([95, 95]);
  expect(regular.every((width) => width > 200 && width < 2600)).toBe(true);
  expect(regular).not.toEqual(timesMetrics.regular);
});
