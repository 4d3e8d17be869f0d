import { Button, Modal } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { DuplicateRow } from '../../../shared/contract/methods/search.ts';
import { formatDate } from '../../../shared/domain/dates.ts';
import { openingOf } from '../../../shared/text/opening.ts';
import { type AlignedSentence, alignTexts } from '../../../shared/text/similar/align.ts';
import { sentenceOf, useCommand } from '../../data/index.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { type About, likeness, placeOf } from './words.ts';
import './duplicates.css';

interface CompareTextsProps {
  about: About;
  /** The text asked about. */
  text: string;
  row: DuplicateRow;
  onClose: () => void;
}

/** Two near texts side by side, the same words marked; from here they are opened, made one, or said to be different. */
export function CompareTexts({ about, text, row, onClose }: CompareTextsProps) {
  const navigate = useNavigate();
  const messages = useMessages();
  const apart = useCommand('duplicates.setApart');
  const mergeSubmissions = useCommand('submissions.merge');
  const mergeItems = useCommand('items.merge');
  const rows = useMemo(() => alignTexts(text, row.text, row.passages), [text, row]);
  const merge = mergeOf(about, row, mergeSubmissions.run, mergeItems.run);
  const error = apart.error ?? mergeSubmissions.error ?? mergeItems.error;

  const say = (step: Promise<unknown>, words: string) =>
    void step.then(
      () => {
        messages.done(words);
        onClose();
      },
      () => {},
    );
  const { kind, id } = row;
  return (
    <Modal
      open
      onCancel={onClose}
      width="min(1180px, 94vw)"
      title={`对照：${likeness(row)}`}
      footer={
        <>
          <Button
            loading={apart.running}
            onClick={() => say(apart.run({ about, other: { kind, id }, apart: true }), '记下了，这两篇不再互相提示')}
          >
            不是同一件事
          </Button>
          {merge && (
            <Button
              loading={mergeSubmissions.running || mergeItems.running}
              onClick={() => say(merge(), '已合为一篇，各单位都记名')}
            >
              多条合一
            </Button>
          )}
          <Button
            type="primary"
            onClick={() => {
              onClose();
              void navigate(kind === 'submission' ? `/submissions/${id}?state=all` : `/items/${id}`);
            }}
          >
            打开{row.title === '' ? '这一篇' : `“${openingOf(row.title, 12)}”`}
          </Button>
        </>
      }
    >
      {error && <ErrorNote text={sentenceOf(error)} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="compare" aria-label="两篇对照" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">这一篇</th>
              <th scope="col">
                {[placeOf(row), row.unit, formatDate(row.date), row.earlier ? '在先' : '在后']
                  .filter(Boolean)
                  .join('　')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ here, there }, n) => (
              // Rows of two texts that do not change have no other name.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              <tr key={n}>
                <Side sentence={here} />
                <Side sentence={there} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Modal>
  );
}

function Side({ sentence }: { sentence: AlignedSentence | null }) {
  if (!sentence) return <td className="compare-none" />;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const [start, end] of sentence.shared) {
    parts.push(sentence.text.slice(from, start), <mark key={start}>{sentence.text.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <td>
      {parts}
      {sentence.text.slice(from)}
    </td>
  );
}

/** Only what is still open can be made one: two submissions, or two items that wait. */
function mergeOf(
  about: About,
  row: DuplicateRow,
  submissions: (input: { ids: Extract<DuplicateRow, { kind: 'submission' }>['id'][] }) => Promise<unknown>,
  items: (input: { ids: Extract<DuplicateRow, { kind: 'item' }>['id'][] }) => Promise<unknown>,
): (() => Promise<unknown>) | null {
  if ('submissionId' in about && row.kind === 'submission' && row.state !== 'merged' && row.state !== 'adopted')
    return () => submissions({ ids: [about.submissionId, row.id] });
  if ('itemId' in about && row.kind === 'item' && row.state === 'pool')
    return () => items({ ids: [about.itemId, row.id] });
  return null;
}
