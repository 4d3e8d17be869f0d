import { describe, expect, it } from 'vitest';
import { splitText } from '../../../shared/text/split/index.ts';
import { issuesOf } from './compare.ts';

const ITEM =
  '区发改委推进项目建设 近日，区发改委召开会议。（区发改委）\n区审计局推进项目建设 近日，区审计局召开会议。（区审计局）';
const IMPRINT =
  '呈报：市委办\n抄送：区领导\n分送：各镇办\n责任编辑 张三 李四\n核稿：王五  电话：0371-68921234\n印数：120份';

describe('mastheads as offices print them', () => {
  it.each([
    ['上街信息 第19期\n中共上街区委办公室 2020年3月6日', '上街信息', 19, null, '2020-03-06', '中共上街区委办公室'],
    [
      '《上街信息》\n2020年第19期（总第352期）\n中共上街区委办公室主办 2020年3月6日 星期五',
      '《上街信息》',
      19,
      352,
      '2020-03-06',
      '中共上街区委办公室',
    ],
    ['上街信息\n（第19期）\n上街区委办公室 二○二○年三月六日', '上街信息', 19, null, '2020-03-06', '上街区委办公室'],
    [
      '信息专报\n第 3 期\n（总第 66 期）\n区政府办公室信息科编\n2020-03-06',
      '信息专报',
      3,
      66,
      '2020-03-06',
      '区政府办公室信息科',
    ],
    [
      '秘密★1年\n份号：000123\n上街信息\n[2020] 19 期\n中共上街区委办公室  2020年3月6日',
      '上街信息',
      19,
      null,
      '2020-03-06',
      '中共上街区委办公室',
    ],
    [
      '上 街 信 息\n增刊第2期 总第400期\n编印：中共上街区委办公室\n2020年3月6日出版',
      '上街信息',
      2,
      400,
      '2020-03-06',
      '中共上街区委办公室',
    ],
    ['党建动态\n2020年3月6日\n中共上街区委组织部\n第19期', '党建动态', 19, null, '2020-03-06', '中共上街区委组织部'],
  ])('%s', (head, name, issueNumber, totalNumber, date, issuer) => {
    const [issue] = issuesOf(splitText(`${head}\n\n${ITEM}\n${IMPRINT}`));
    expect(issue?.issue).toMatchObject({ name, issueNumber, totalNumber, date, issuer });
    expect(issue?.items.map(({ title }) => title)).toEqual(['区发改委推进项目建设', '区审计局推进项目建设']);
    expect(issue?.issue).toMatchObject({
      recipientsReport: ['市委办'],
      recipientsTo: ['区领导'],
      recipientsSend: ['各镇办'],
      editors: ['张三', '李四'],
      reviewers: ['王五'],
      copies: 120,
    });
  });
});
