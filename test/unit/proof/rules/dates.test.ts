import { describe } from 'vitest';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { flags, leaves } from './cases.ts';

const issue = { issueDate: '2020-03-06' as IsoDate };

describe('dates', () => {
  flags(
    'dates',
    [
      ['3月6日（星期四）召开会议。', '（星期四）'],
      ['2月30日前完成任务。', '2月30日'],
      ['截至3月9日，14个项目已复工。', '3月9日'],
      ['3月8日召开了推进会，部署工作。', '3月8日'],
      ['截至1月4日，14个项目已复工。', '1月4日'],
      ['3月5日至3月2日开展检查。', '3月5日至3月2日'],
      ['上午25时30分集合。', '25时30分'],
    ],
    issue,
  );
  leaves(
    [
      '3月6日（星期五）召开会议。',
      '定于3月8日召开推进会。',
      '3月31日前完成任务。',
      '截至3月4日，14个项目已复工。',
      '2月29日开展检查。',
      '12月28日至1月3日值班。',
    ],
    issue,
  );
});
