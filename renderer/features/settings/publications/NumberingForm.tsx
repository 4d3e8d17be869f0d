import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import type { PublicationId } from '../../../../shared/domain/ids.ts';
import { sentenceOf, useCommand, useMethod } from '../../../data/index.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';

/** The numbers the next issue takes; where the office begins mid-year they are set here, until the first is signed. */
export function NumberingForm({ publicationId, readOnly }: { publicationId: PublicationId; readOnly: boolean }) {
  const [year, setYear] = useState(() => new Date().getFullYear());
  const numbering = useMethod('publications.numbering', { id: publicationId, year });
  const setStart = useCommand('publications.setStart');
  const [number, setNumber] = useState<number | null>(null);
  const [total, setTotal] = useState<number | null>(null);
  const next = numbering.data;
  const fixed = readOnly || !next?.canSet;
  const startNumber = number ?? next?.number ?? 1;
  const startTotal = total ?? next?.total ?? 1;
  const changed = startNumber !== next?.number || startTotal !== next?.total;
  const forget = () => {
    setNumber(null);
    setTotal(null);
  };
  const error = setStart.error ?? numbering.error;
  return (
    <>
      <div className="numbering">
        <label htmlFor="numbering-year">年份</label>
        <InputNumber
          id="numbering-year"
          min={1990}
          max={2100}
          precision={0}
          value={year}
          onChange={(chosen) => {
            if (chosen !== null) setYear(chosen);
            forget();
          }}
        />
        <label htmlFor="numbering-number">下一期 第</label>
        <InputNumber
          id="numbering-number"
          min={1}
          max={9999}
          precision={0}
          disabled={fixed}
          value={startNumber}
          onChange={setNumber}
        />
        <label htmlFor="numbering-total">期，总第</label>
        <InputNumber
          id="numbering-total"
          min={1}
          max={99999}
          precision={0}
          disabled={fixed}
          value={startTotal}
          onChange={setTotal}
        />
        <span>期</span>
        {changed && !fixed && (
          <Button
            type="primary"
            loading={setStart.running}
            onClick={() => setStart.run({ id: publicationId, year, startNumber, startTotal }).then(forget, () => {})}
          >
            从这里编号
          </Button>
        )}
      </div>
      {next && !next.canSet && <p className="soft">{year}年已有签发的期，期号接着往下编，不能再改。</p>}
      {error && <ErrorNote text={sentenceOf(error)} />}
    </>
  );
}
