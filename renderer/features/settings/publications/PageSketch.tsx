import { useMemo } from 'react';
import { assembleBulletin } from '../../../../shared/domain/assemble.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import type { Publication } from '../../../../shared/domain/publication.ts';
import { type ComposedLine, type Layout, layOut, type Page, PT_PER_MM } from '../../../../shared/page/index.ts';

/**
 * The first page of a made-up issue in a publication's style, laid out by the same rules as the print and drawn with
 * the screen's own fonts. It answers each change at once; the real pages stand in 编期.
 */
export function PageSketch({ publication }: { publication: Publication }) {
  const layout = useMemo(() => layOut(sample(publication)), [publication]);
  const page = layout.pages[0];
  const { widthMm, heightMm } = layout.measures.page;
  const width = widthMm * PT_PER_MM;
  const height = heightMm * PT_PER_MM;
  const { measures } = layout;
  return (
    <div className="sketch">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`《${publication.name}》样张`}>
        <rect width={width} height={height} fill="#fff" />
        <g transform={`translate(${measures.margin.leftMm * PT_PER_MM} ${measures.margin.topMm * PT_PER_MM})`}>
          <Masthead layout={layout} overprint={publication.style.overprint} />
          <Theme layout={layout} />
          {page && <Lines layout={layout} page={page} face={publication.style.titleFace} />}
        </g>
      </svg>
      <p className="soft">
        样张按印刷的规则断行，字体是屏幕上的；
        {measures.rows}行×{measures.cells}字，字大 {measures.bodyPt.toFixed(1)} 磅，行距 {measures.pitchPt.toFixed(2)}{' '}
        磅。
      </p>
    </div>
  );
}

/** Baseline below the top of an em box, parts of the size. */
const ASCENT = 0.88;

function Masthead({ layout, overprint }: { layout: Layout; overprint: boolean }) {
  const { masthead, measures } = layout;
  const width = measures.area.widthMm * PT_PER_MM;
  const count = [...masthead.name].length;
  const nameWidth = count * masthead.namePt + (count - 1) * masthead.nameGapPt;
  const text = (y: number, words: string, anchor: 'start' | 'middle' | 'end') => (
    <text
      x={anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2}
      y={y + ASCENT * measures.bodyPt}
      fontSize={measures.bodyPt}
      textAnchor={anchor}
    >
      {words}
    </text>
  );
  return (
    <g className="sketch-body">
      {!overprint && (
        <text
          className="sketch-song"
          x={(width - nameWidth) / 2}
          y={masthead.nameTopPt + ASCENT * masthead.namePt}
          fontSize={masthead.namePt}
          fill={measures.red}
          textLength={nameWidth}
        >
          {masthead.name}
        </text>
      )}
      {masthead.secrecy && text(0, masthead.secrecy, 'start')}
      {text(masthead.issueTopPt, masthead.issue, 'middle')}
      {text(masthead.officeTopPt, masthead.office, 'start')}
      {text(masthead.officeTopPt, masthead.date, 'end')}
      {!overprint && (
        <rect y={masthead.ruleTopPt} width={width} height={measures.masthead.ruleMm * PT_PER_MM} fill={measures.red} />
      )}
    </g>
  );
}

function Theme({ layout }: { layout: Layout }) {
  const { theme, measures } = layout;
  if (!theme) return null;
  const top = measures.masthead.slots * measures.pitchPt;
  const room = theme.slots * measures.pitchPt - theme.lines.length * theme.pitchPt;
  return (
    <g className="sketch-song">
      {theme.lines.map((line, i) => (
        <text
          key={line}
          x={(measures.area.widthMm * PT_PER_MM) / 2}
          y={top + room / 2 + i * theme.pitchPt + ASCENT * theme.pt}
          fontSize={theme.pt}
          textAnchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  );
}

function Lines({ layout, page, face }: { layout: Layout; page: Page; face: Publication['style']['titleFace'] }) {
  const { measures } = layout;
  return page.pieces.map((piece, i) => {
    const x = piece.column * (measures.columnPt + measures.columnGapPt);
    const yOf = (slot: number) => measures.topGapPt + slot * measures.pitchPt + ASCENT * measures.bodyPt;
    const { unit } = piece;
    if (unit.kind === 'heading') {
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece has no name but its place
        <g key={i} className={`sketch-${face}`}>
          {unit.lines.map((line, n) => (
            <text
              key={line}
              x={x + measures.columnPt / 2}
              y={yOf(piece.slot) + n * unit.pitchPt}
              fontSize={unit.pt}
              textAnchor="middle"
            >
              {line}
            </text>
          ))}
        </g>
      );
    }
    if (piece.kind !== 'lines') return null;
    return piece.unit.lines.slice(piece.from, piece.to).map((line, n) => {
      const first = line.segments[0];
      const indent = first && 'space' in first ? first.space * measures.cellPt : 0;
      return (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
          key={`${i}/${n}`}
          className="sketch-body"
          x={x + indent}
          y={yOf(piece.slot + n)}
          fontSize={measures.bodyPt}
          {...(line.full ? { textLength: measures.columnPt - indent } : {})}
        >
          {runsOf(line).map(({ text, title, gap }, k) => (
            <tspan
              // biome-ignore lint/suspicious/noArrayIndexKey: a run has no name but its place
              key={k}
              dx={gap * measures.cellPt}
              {...(title ? { className: `sketch-${face}`, fontSize: measures.title.pt } : {})}
            >
              {text}
            </tspan>
          ))}
        </text>
      );
    });
  });
}

/** Neighbouring texts of one face, with the blank before each; what only squeezes marks is left to `textLength`. */
function runsOf({ segments }: ComposedLine): { text: string; title: boolean; gap: number }[] {
  const runs: { text: string; title: boolean; gap: number }[] = [];
  let gap = 0;
  for (const segment of segments) {
    if ('space' in segment) {
      if (runs.length > 0 && segment.space >= VISIBLE_GAP) gap += segment.space;
      continue;
    }
    const title = segment.face === 'title';
    const last = runs.at(-1);
    if (last && last.title === title && gap === 0) last.text += segment.text;
    else runs.push({ text: segment.text, title, gap });
    gap = 0;
  }
  return runs;
}

/** Narrower blanks are spreading, not a gap somebody chose, cells. */
const VISIBLE_GAP = 0.4;

const body =
  '近日，我区围绕年度重点工作，完善工作机制，明确责任分工，按周调度、按月通报，推动各项任务落地见效。截至目前，12个重点项目中已开工10个，开工率83.3%；累计走访企业46家，帮助解决用工、用地、融资等问题31个，服务对象满意度进一步提高。下一步，将继续深入一线，跟踪问效，确保完成全年目标任务。';

/** An issue nobody wrote, to see a style by. */
const sample = (publication: Publication) =>
  assembleBulletin(publication, {
    number: 1,
    total: 1,
    date: '2026-01-05' as IsoDate,
    theme: '',
    entries: [
      ...['区商务局', '区审计局', '区住建局'].map((source, i) => ({
        id: `sample-${i}`,
        kind: 'item' as const,
        section: publication.sections[0] ?? null,
        title: `${source}“三个聚焦”推动重点工作提质增效`,
        blocks: [{ kind: 'text' as const, text: body }],
        source,
      })),
      {
        id: 'sample-brief',
        kind: 'brief',
        section: null,
        title: '',
        blocks: [{ kind: 'text', text: '近日，区图书馆组织读书活动3场，120余人参加。' }],
        source: '区文旅局',
      },
    ],
    editors: publication.editors,
    reviewer: null,
    signer: null,
    distributionRows: [],
    copies: 0,
  });
