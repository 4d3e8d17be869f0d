import { describe, expect, test } from 'vitest';
import { openingOf } from '../../../shared/text/opening.ts';

describe('what a text without title is named by', () => {
  test('is its first clauses, and no figure is cut through', () => {
    const text = '近日，区委老干部局组织离退休干部积极踊跃捐款，共计接收104名老干部捐款32310元，以实际行动作贡献。';
    expect(openingOf(text)).toBe('近日，区委老干部局组织离退休干部积极踊跃捐款……');
  });

  test('keeps a quotation and a bracket whole', () => {
    const text =
      '3月3日上午，上街区峡窝镇党委、政府向郑州北大培文学学校捐赠价值2万余元的“红外人体自动测温门”，助力学校做好防控。';
    expect(openingOf(text)).toBe('3月3日上午，上街区峡窝镇党委、政府向郑州北大培文学学校捐赠价值2万余元……');
    expect(openingOf(`${'区'.repeat(36)}“一网通办”事项`)).toBe(`${'区'.repeat(36)}……`);
  });

  test('cuts through a clause too long, but before a figure and not between it and its unit', () => {
    expect(openingOf(`${'区'.repeat(37)}32310元捐款`)).toBe(`${'区'.repeat(37)}……`);
    expect(openingOf(`${'区'.repeat(35)}32310元捐款`)).toBe(`${'区'.repeat(35)}……`);
  });

  test('is the whole of a short text, without the full stop', () => {
    expect(openingOf('区财政局通过验收。')).toBe('区财政局通过验收');
    expect(openingOf('')).toBe('');
  });
});
