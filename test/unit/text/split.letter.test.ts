import { describe, expect, it } from 'vitest';
import { splitText } from '../../../shared/text/split/index.ts';
import { accountFor, issuesOf } from './compare.ts';

describe('what departments put round a text', () => {
  it.each([
    [
      'a letter with its greeting, compliments and signature',
      '区委办信息科：\n    现将我局近期工作信息报送如下，请审阅。\n区商务局“三举措”促消费\n    一是发放消费券。二是优化环境。\n    此致\n敬礼\n区商务局\n2020年3月5日\n联系人：张三   联系电话：0371-68921234',
      { title: '区商务局“三举措”促消费', body: ['一是发放消费券。二是优化环境。'], source: '区商务局' },
      [
        '区委办信息科：',
        '现将我局近期工作信息报送如下，请审阅。',
        '此致',
        '敬礼',
        '2020年3月5日',
        '联系人：张三',
        '联系电话：0371-68921234',
      ],
    ],
    [
      'a form with its fields',
      '报送单位：区教体局        报送时间：2020年3月5日\n撰稿人：张三\n\n区教体局扎实做好开学准备工作\n\n近日，区教体局储备口罩12万只。\n\n（区教体局）',
      { title: '区教体局扎实做好开学准备工作', body: ['近日，区教体局储备口罩12万只。'], source: '区教体局' },
      ['报送单位：区教体局 报送时间：2020年3月5日', '撰稿人：张三'],
    ],
    [
      'a mail with its footer',
      '您好！附件是我街道本周信息，请查收。\n\n济源路街道开展环境整治\n今年以来，济源路街道清理垃圾32吨。\n\n祝工作顺利！\n\n--\n张三\n济源路街道党政办\n发自我的iPhone',
      { title: '济源路街道开展环境整治', body: ['今年以来，济源路街道清理垃圾32吨。'], source: null },
      ['您好！附件是我街道本周信息，请查收。', '祝工作顺利！', '--', '张三', '济源路街道党政办', '发自我的iPhone'],
    ],
  ])('%s: kept out of the body, and kept', (_name, text, item, leftover) => {
    const [issue] = issuesOf(splitText(text));
    expect(issue?.items).toHaveLength(1);
    expect(issue?.items[0]).toMatchObject(item);
    expect(issue?.leftover).toEqual(leftover);
    expect(accountFor(text, splitText(text))).toEqual({ lost: '', doubled: '' });
  });
});
