import { describe, expect, it } from 'vitest';
import { splitText } from '../../../shared/text/split/index.ts';
import { accountFor, issuesOf } from './compare.ts';

const TITLE = '区税务局落实税费优惠政策 为小微企业减负超3000万元';
const BODY = '“没想到不用跑大厅，退税款三天就到账了。”7月18日，企业财务负责人王丽娟说。';
const item = { title: TITLE, body: [BODY], source: '区税务局' };

describe('what a form names is what it names', () => {
  it.each([
    ['labels on the lines they name', `标题：${TITLE}\n正文：${BODY}\n报送单位：区税务局`],
    ['labels in corners', `【标题】${TITLE}\n【正文】${BODY}\n（区税务局）`],
    ['labels on lines of their own', `标题：\n${TITLE}\n正文：\n${BODY}\n报送单位：区税务局`],
    ['labels in one line', `标题：${TITLE}  正文：${BODY}（区税务局）`],
    ['a title broken over lines', `题目：${TITLE.slice(0, 12)}\n${TITLE.slice(12)}\n内容：${BODY}\n报送单位：区税务局`],
  ])('%s', (_, text) => {
    const [issue] = issuesOf(splitText(text));
    expect(issue?.items).toHaveLength(1);
    expect(issue?.items[0]).toMatchObject({ ...item, title: issue?.items[0]?.title ?? '' });
    expect(issue?.items[0]?.title?.replace(/\s/g, '')).toBe(TITLE.replace(/\s/g, ''));
    expect(accountFor(text, splitText(text))).toEqual({ lost: '', doubled: '' });
  });

  it('without a title named so, 内容： is a word of the text like any other', () => {
    const text = '区审计局加强审计监督\n近日，区审计局开展专项审计。\n内容：查账、走访、座谈三项。（区审计局）';
    expect(issuesOf(splitText(text))[0]?.items[0]?.body[1]).toBe('内容：查账、走访、座谈三项。');
  });
});

it('a title the office knows is found over the lines it was broken into, behind an item without a source', () => {
  const title = '小麦“一喷三防”实现全覆盖的经验做法';
  const text = `区长周斌督导项目建设\n10月8日，区长周斌督导项目建设并讲话。\n小麦“一喷三防”实现\n全覆盖的经验做法\n区农业农村局抢抓关键期，统筹资金820万元。（区农业农村局）`;
  const titles = issuesOf(splitText(text, { titles: [title] }))[0]?.items.map((one) => one.title?.replace(/\s/g, ''));
  expect(titles).toEqual(['区长周斌督导项目建设', title]);
});
