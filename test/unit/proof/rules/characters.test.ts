import { describe, expect, it } from 'vitest';
import { CONFUSIONS, IN_CONTEXT } from '../../../../shared/text/proof/data/confusions/index.ts';
import { flags, leaves } from './cases.ts';

describe('characters', () => {
  flags('chars.doubled', [
    ['发现超预预算列支问题。', '预预'],
    ['动员群众积极参参与。', '参参'],
    ['人人员到位。', '人人'],
    ['郑州北大培文学学校开学。', '学学'],
  ]);
  leaves([
    '建立农民工工资监管系统。',
    '督促部门履行行业监管职责。',
    '层层压实责任，事事有人管，件件有回音，人人都参与。',
    '大坡顶村村民、区教育局局长、上街区区委、郑州市市场监管局参加。',
    '把问题一条条记下来，一件件办好，一个个过关。',
    '为了了解情况，对对口单位走访，在在建工地设点。',
    '干部们高高兴兴、踏踏实实地干。',
    '二〇二二年六月十五日',
    '（通讯员 蔡京京）',
    '家家门前有花，场场爆满，餐餐有检查，周周有活动。',
    '楼道里黑黢黢的，地浇得透透的。',
    '在全区区直单位中开展。三是抓实实践锻炼。检察官程程说。',
  ]);
  flags('chars.doubledWord', [['预留政府采购采购份额。', '采购采购']]);
  leaves(['志愿服务服务站揭牌。', '一步一步推进，常研究研究。']);
  flags('words.phrase', [
    ['查找履职过程中存的问题和不足。', '存的问题'],
    ['全面贯落实上级精神。', '贯落实'],
    ['走好群众路现，办好实事。', '群众路现'],
  ]);
  leaves([
    '强监管、优服务、补短板、解难题、严问责、抓落实。',
    '返乡务工人员、高技术企业、主干道。',
    '发放救助金，列出任务单。',
    '张大爷乐呵呵地说，心里暖洋洋的。',
    '设立为民服务中心。',
    '其中企业职工920人。',
    '实行三项工作法，成立工作组。',
    '全面查，限期改。',
  ]);
});

describe('one character of a word in another writing of its sound or look', () => {
  flags('words.sound', [
    ['累记开展核酸检测1200人次。', '累记'],
    ['为企业提共担保服务。', '提共'],
  ]);
  leaves([
    '坚持“新官理旧账”，压实首接首办责任。',
    '培养农技人员，开展助餐、助浴服务。',
    '刘治礼、济元路、华瑞公司参加。',
  ]);
  flags('chars.echo', [['开展宣传船活动，营造氛围。', '宣传船']]);
  flags('words.traditional', [['区級部门参加。', '級']]);
  leaves(['区级部门参加会议。']);
});

describe('confusions', () => {
  flags('words.confused', [
    ['全面布署防汛工作。', '布署'],
    ['既使下雨也不停工。', '既使'],
    ['为企业解忧疏困。', '疏困'],
    ['他迫不急待地签了约。', '迫不急待'],
    ['建立问题台帐。', '台帐'],
  ]);
  leaves([
    '区政府发布署名文章。',
    '既使用人工，又使用机器。',
    '在院内搭建帐篷，挂帐篷灯。',
    '完成份额分配。',
    '宣布署理工作。',
  ]);
  flags('words.context', [
    ['截止3月4日，已有14个项目复工。', '截止'],
    ['各单位必需把责任压实。', '必需'],
    ['请登陆系统填报。', '登陆'],
    ['防汛形式依然复杂。', '形式'],
  ]);
  leaves([
    '报名截止时间为3月4日。',
    '截至3月4日，已有14个项目复工。',
    '粮食是生活必需品。',
    '请登录系统填报。',
    '形势严峻复杂，通过多种形式宣传。',
  ]);

  it('the table holds at least a thousand confusions, each once and each with another right form', () => {
    expect(CONFUSIONS.length + IN_CONTEXT.length).toBeGreaterThanOrEqual(1000);
    expect(new Set(CONFUSIONS.map((entry) => entry.wrong)).size).toBe(CONFUSIONS.length);
    expect(CONFUSIONS.filter((entry) => entry.wrong === entry.right || entry.right === '')).toEqual([]);
  });

  it('no right form is itself called wrong', () => {
    const wrong = new Set(CONFUSIONS.map((entry) => entry.wrong));
    expect(
      CONFUSIONS.filter((entry) => wrong.has(entry.right)).map((entry) => `${entry.wrong}>${entry.right}`),
    ).toEqual([]);
  });
});

describe('doublings that are right', () => {
  leaves([
    '与群众生活息息相关，源源不断地汇聚力量，扎扎实实抓好整改。',
    '世世代代、方方面面、红红火火、断断续续、确确实实、老老实实。',
    '小小的窗口，厚厚的台账，长长的队伍，不仅仅是服务。',
    '比比皆是，小心翼翼，千里迢迢，忧心忡忡，绰绰有余，莘莘学子。',
    '老支书李新新、班主任陈婷婷来帮帮忙、聊聊天、把把关。',
    '建立立审执协调配合机制，执结率为78.3%，可谓冷不防、无意间。',
    '监督到每一家，引导到每一户，方案列明时限，会议按照要求召开。',
  ]);
  flags('chars.doubled', [['牢牢固树立责任意识。', '牢牢']]);
});
