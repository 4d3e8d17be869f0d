import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { NearSubmission } from '../../../shared/contract/methods/search.ts';
import type { IntakeId } from '../../../shared/domain/ids.ts';
import { openingOf } from '../../../shared/text/opening.ts';
import { useDesk } from '../../data/index.ts';
import { CompareTexts } from './CompareTexts.tsx';
import { likeness, placeOf } from './words.ts';

/** What of a file just taken in tells the same as a text the office has; nothing where there is none. */
export function NearOfIntake({ intakeId }: { intakeId: IntakeId }) {
  const { client } = useDesk();
  const [found, setFound] = useState<readonly NearSubmission[]>([]);
  const [comparing, setComparing] = useState<string | null>(null);
  // Once, and again after a look: hundreds of files may stand in the panel, and each save changes what is near.
  useEffect(() => {
    if (comparing !== null) return;
    const stop = new AbortController();
    client.call('duplicates.ofIntake', { intakeId }, stop.signal).then(setFound, () => {});
    return () => stop.abort();
  }, [client, intakeId, comparing]);
  const compared = found.find(({ submissionId }) => submissionId === comparing);
  return (
    <>
      {found.map(({ submissionId, title, text, near }) => (
        <span key={submissionId} className="intake-warning">
          “{openingOf(title || text, 16)}”与{near.issue ? placeOf(near) : `${near.unit}${placeOf(near)}`}的内容相近（
          {likeness(near)}）
          <Button size="small" type="link" onClick={() => setComparing(submissionId)}>
            对照
          </Button>
        </span>
      ))}
      {compared && (
        <CompareTexts
          about={{ submissionId: compared.submissionId }}
          text={compared.text}
          row={compared.near}
          onClose={() => setComparing(null)}
        />
      )}
    </>
  );
}
