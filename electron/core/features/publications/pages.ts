import { assembleBulletin, type IssuePartEntry } from '../../../../shared/domain/assemble.ts';
import type { Bulletin } from '../../../../shared/domain/bulletin.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { resolveDistribution } from '../../../../shared/domain/distribution.ts';
import type { Publication } from '../../../../shared/domain/publication.ts';
import type { Readable } from '../../db/open.ts';
import { latestSigned, listEntries, listIssues } from '../issues/repo.ts';
import { assembled } from '../issues/views.ts';
import { listGroups, listRecipients } from '../recipients/repo.ts';

/** The publication's last issue, signed or begun, in the style given; `null` where it has none with items. */
export function lastIssue(r: Readable, publication: Publication): Bulletin | null {
  const open = { frozen: false, publicationId: publication.id, year: null, search: '', among: null };
  const issues = [latestSigned(r, publication.id), ...listIssues(r, open, { offset: 0, limit: 5 }).issues];
  const issue = issues.find((each) => each !== null && listEntries(r, each.id).length > 0);
  return issue ? assembled(r, issue, publication) : null;
}

/** An issue nobody wrote, with all that real ones have: a style is judged by it before there is another. */
export function sampleIssue(r: Readable, publication: Publication): Bulletin {
  const { rows, total } = resolveDistribution(publication.distribution, listRecipients(r), listGroups(r));
  const [first = null, second = null] = publication.sections;
  return assembleBulletin(publication, {
    number: 1,
    total: 1,
    date: '2026-01-05' as IsoDate,
    theme: '',
    entries: sampleEntries(first, second ?? first),
    editors: publication.editors.length > 0 ? publication.editors : ['责任编辑姓名'],
    reviewer: '审核人姓名',
    signer: '签发人姓名',
    distributionRows: rows.length > 0 ? rows : SAMPLE_ROWS,
    copies: total > 0 ? total : SAMPLE_COPIES,
  });
}

const SAMPLE_COPIES = 60;
const SAMPLE_ROWS = [
  { label: '报', text: '上级机关办公室' },
  { label: '送', text: '区县处级领导' },
  { label: '发', text: '各镇、街道，区直各单位' },
];

const TEXT =
  '近日，围绕年度重点工作，完善工作机制，明确责任分工，按周调度、按月通报，推动各项任务落地见效。截至目前，12个重点项目中已开工10个，开工率83.3%；累计走访企业46家，帮助解决用工、用地、融资等问题31个，服务对象满意度进一步提高。下一步，将继续深入一线，跟踪问效，确保完成全年目标任务。';

const SHORT_TEXT = `${TEXT.slice(0, TEXT.indexOf('；') + 1)}群众满意度进一步提高。`.replace('；群众', '，群众');

function sampleEntries(first: string | null, second: string | null): IssuePartEntry[] {
  const item = (
    n: number,
    section: string | null,
    source: string,
    title: string,
    blocks: IssuePartEntry['blocks'],
  ): IssuePartEntry => ({ id: `sample-${n}`, kind: 'item', section, title, blocks, source });
  const brief = (n: number, text: string, source: string): IssuePartEntry => ({
    id: `sample-${n}`,
    kind: 'brief',
    section: second,
    title: '',
    blocks: [{ kind: 'text', text }],
    source,
  });
  return [
    item(1, first, '区商务局', '区商务局“三个聚焦”推动消费市场提质增效', [{ kind: 'text', text: TEXT }]),
    item(2, first, '区审计局', '区审计局用好“望闻问切”四字诀提升审计监督实效', [
      { kind: 'note', text: '编者按：区审计局的做法有数据、有办法，现予刊发，供各单位学习借鉴。' },
      { kind: 'subhead', text: '一、望，看清家底' },
      { kind: 'text', text: TEXT },
      { kind: 'subhead', text: '二、问，摸清原因' },
      { kind: 'text', text: SHORT_TEXT },
    ]),
    item(3, first, '区住建局', '区住建局多措并举推进老旧小区改造', [{ kind: 'text', text: SHORT_TEXT }]),
    brief(4, '近日，区图书馆组织读书活动3场，120余人参加。', '区文旅局'),
    brief(5, '1月4日，区气象局发布大风蓝色预警，各街道落实防范措施26项。', '区应急局'),
  ];
}
