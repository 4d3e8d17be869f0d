import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openProgram } from './render.tsx';

const TEXT =
  '区发改委推进项目建设 近日，区发改委召开会议。区审计局加强审计监督 一是加强监督。\n二是推进整改。（区审计局）\n' +
  '区商务局强化管理提高效益将绩效理念融入工作，推进工作。（区商务局）\n　　联系电话：0371-68921234';

async function openReview(state: 'new' | 'held' = 'new') {
  const program = openProgram('/submissions?split=in1', (office) => {
    for (const one of office.submissions) Object.assign(one, { intakeId: 'in1', originalText: TEXT, state });
  });
  const items = await screen.findByRole('list', { name: '拆出的各条' });
  const titles = () =>
    within(items)
      .getAllByRole('listitem')
      .map((card) => card.querySelector('.split-card-title')?.textContent);
  const source = screen.getByRole('region', { name: '原文，各段已着色' });
  source.focus();
  return { ...program, items, titles, source };
}

describe('核对拆分', () => {
  it('shows the items with the unsure ones first, and what belongs to none', async () => {
    const { titles, items } = await openReview();
    expect(titles()).toEqual(['区商务局强化管理提高效益', '区发改委推进项目建设']);
    expect(within(items).getAllByText(/^拿不准/)).toHaveLength(1);
    expect(screen.getByText('2 条，1 条拿不准')).toBeDefined();
    expect(screen.getByRole('region', { name: '不收入正文的文字' }).textContent).toContain('0371-68921234');
  });

  it('begins an item at the caret, undoes, redoes, and hands the corrected split over, all by keyboard', async () => {
    const { user, titles, client } = await openReview();
    await user.keyboard('{Control>}{ArrowRight}{/Control}');
    for (let i = 0; i < 12; i++) await user.keyboard('{ArrowRight}');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(titles()).toContain('区审计局加强审计监督'));
    await user.keyboard('{Control>}z{/Control}');
    expect(titles()).toHaveLength(2);
    await user.keyboard('{Control>}y{/Control}');
    expect(titles()).toHaveLength(3);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(client.callsOf('submissions.resplit')).toHaveLength(1));
    const [sent] = client.callsOf('submissions.resplit') as { split: { items: unknown[] } }[];
    expect(sent?.split.items).toHaveLength(3);
  });

  it('merges, changes a kind of text, and moves a boundary by one character', async () => {
    const { user, titles } = await openReview();
    await user.keyboard('{Control>}{ArrowRight}{/Control}');
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(titles()).toContain('区发改委推进项目建设 近');
    await user.keyboard('b');
    expect(titles()).toContain('区发改委推进项目建设 近');
    await user.keyboard('{Control>}{ArrowLeft}{ArrowLeft}{/Control}b');
    expect(titles()).toContain('（没有标题）');
    await user.keyboard('n');
    await user.keyboard('m');
    expect(titles()).toEqual(['（没有标题）']);
  });

  it('joins two paragraphs where the mark between them is clicked, and parts them again', async () => {
    const { user, source, items } = await openReview();
    await user.click(within(items).getByText('区发改委推进项目建设'));
    const paragraphs = () => items.querySelectorAll('.split-card-text').length;
    expect(paragraphs()).toBe(2);
    await user.click(within(source).getByTitle('此处分段；点一下接成一段'));
    expect(paragraphs()).toBe(1);
    await user.click(within(source).getByTitle('此处换行已接上；点一下分成两段'));
    expect(paragraphs()).toBe(2);
  });

  it('gives words that were left out to an item', async () => {
    const { user, items } = await openReview();
    const rest = screen.getByRole('region', { name: '不收入正文的文字' });
    await user.click(within(rest).getByText(/0371/));
    await user.keyboard('b');
    await waitFor(() => expect(items.textContent).toContain('联系电话：0371-68921234'));
  });

  it('may only be looked at once a part was decided', async () => {
    const { user, titles } = await openReview('held');
    expect(screen.getByText(/拆分只能查看/)).toBeDefined();
    await user.keyboard('m');
    expect(titles()).toHaveLength(2);
    expect(screen.getByRole('button', { name: '按此拆分' })).toHaveProperty('disabled', true);
  });
});
