import { describe, expect, it } from 'vitest';
import { createProofer, proof, widenMarks } from '../../../../shared/text/proof/index.ts';
import { flags, leaves } from './cases.ts';

describe('marks', () => {
  flags('marks.halfWidth', [
    ['联合验收等举措,避免重复测绘，减轻负担。', ','],
    ['会议要求:各单位要高度重视，抓好落实。', ':'],
    ['工作全部完成;下一步，继续推进。', ';'],
    ['取得实效.下一步，街道将继续推进。', '.'],
  ]);
  leaves([
    '会议于9:30开始，比例为3:2，投资1,200万元。',
    '平均浓度为86微克/立方米，增长7.6%。',
    '挥发性有机物（VOCs）排放量下降，网址为http://www.abc.cn。',
  ]);
  flags('marks.doubled', [
    ['进行全面督查。。三是配合检查。', '。。'],
    ['加强领导，，压实责任。', '，，'],
    ['加强领导，。压实责任。', '，。'],
    ['他说：“一定做好。”。', '。”。'],
  ]);
  flags('marks.pairs', [
    ['压实责任（区检察院)', ')'],
    ['落实“一岗双责，压实责任。', '“一岗双责'],
    ['落实一岗双责”，压实责任。', '落实一岗双责”'],
    ['召开“三会一课“活动，效果良好。', '“三会一课“'],
  ]);
  leaves([
    '召开“‘三会一课’规范化”推进会（第二次）。',
    '印发《关于〈条例〉的说明》。',
    '1)走访；2)排查。',
    '战“疫”情、保民生。',
  ]);
  flags('marks.beforeAnd', [
    ['开展食品检测、环境检测、和从业人员检测。', '、和'],
    ['学校、医院、及商场全部检查。', '、及'],
  ]);
  leaves(['建设平安、和谐社区。', '做到及早、及时处置。', '推进共建、共享、和美乡村建设。', '坚持开放、并联审批。']);
  flags('marks.estimate', [['拆除私搭乱建三、四十处。', '三、四']]);
  leaves(['发展二、三产业，检查三、四年级，拆除三四十处。', '能减则减、能并则并、能快则快。']);
  flags('marks.sentenceEnd', [['持续加强领导，（区发改委）', '，']]);
  leaves(['持续加强领导。（区发改委）']);
  flags('marks.dots', [
    ['绿化、亮化、美化。。。都有进展。', '。。。'],
    ['走访、慰问等……，效果良好。', '等……'],
    ['活动主题--学雷锋很有意义。', '--'],
  ]);
  flags('marks.fullStop', [['为疫情防控强保障，形成防控合力（区委组织部）', '力']]);
  flags('marks.betweenQuoted', [['落实“三重一大”、“一岗双责”等制度。', '、']]);

  it('reports a text that is half-width throughout once, with one fix for all', () => {
    const text = '今年以来,街道多措并举,扎实推进,取得实效,群众满意。下一步,继续努力。';
    const { findings } = proof(text);
    expect(findings.map((finding) => finding.rule)).toEqual(['marks.halfWidth']);
    expect(proof(widenMarks(text)).findings).toEqual([]);
  });

  it('proofs a half-width text like any other', () => {
    const text = '今年以来,街道多措并举,扎实推进,开展布署,群众满意,再创佳绩。';
    expect(proof(text).findings.map((finding) => finding.rule)).toContain('words.confused');
  });
});

describe('spaces, which a file loses on its way in, while it is typed', () => {
  const passages = (...paragraphs: string[]) =>
    createProofer()
      .update(paragraphs)
      .findings.filter(({ rule }) => rule === 'marks.spaces')
      .map(({ start, end }) => [start, end]);

  it('are flagged beside marks and between Chinese and figures, and nowhere else', () => {
    expect(passages('整改到位 ，成效明显。')).toEqual([[4, 5]]);
    expect(passages('整改问题 17个，涉及全区各个部门，均已按时完成。')).toEqual([[4, 5]]);
    expect(passages('全区 各部门积极行动，使用WPS Office办公。')).toEqual([]);
  });
});
