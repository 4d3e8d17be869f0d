import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { RulesRow } from '../../../../shared/contract/methods/scoring.ts';
import { formatDate, type IsoDate, toIsoDate } from '../../../../shared/domain/dates.ts';
import type { ScoringRulesId } from '../../../../shared/domain/ids.ts';
import { firstDay, monthOf, nextMonth, periodMonths } from '../../../../shared/domain/scoring/months.ts';
import { rulesPresets } from '../../../../shared/domain/scoring/presets.ts';
import type { ScoringRules } from '../../../../shared/domain/scoring/rules.ts';
import { useMay } from '../../../app/session.ts';
import { sentenceOf, useMethod } from '../../../data/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { Panes } from '../../../ui/Panes.tsx';
import { RowList } from '../../../ui/RowList.tsx';
import { ScreenHead } from '../../../ui/ScreenHead.tsx';
import type { TabProps } from '../tabs.ts';
import { type NewRules, RulesEditor } from './RulesEditor.tsx';

/** 计分规则: every version with the day it comes into force, and beside it what it gives in an example. */
export function RulesTab({ tabs }: TabProps) {
  const { data: versions, error, refetch } = useMethod('scoring.rules', {});
  const mayEdit = useMay('editor');
  const [address, setAddress] = useSearchParams();
  const [made, setMade] = useState<NewRules | null>(null);
  const chosen = versions?.find(({ id }) => id === address.get('version')) ?? versions?.[0] ?? null;
  const open = (id: ScoringRulesId | null) => {
    setMade(null);
    setAddress(id === null ? {} : { version: id }, { replace: true });
  };
  const begin = (rules: ScoringRules) => setMade({ validFrom: firstFree(versions ?? []), rules });
  const copy = () => chosen && begin(chosen.rules);
  useKeys([{ key: 'N', label: '新增一版规则', enabled: mayEdit && chosen !== null, run: () => void copy() }]);
  const presets = (
    <Dropdown
      menu={{
        items: rulesPresets.map(({ id, name, note }) => ({
          key: id,
          label: (
            <>
              {name}
              <div className="row-note">{note}</div>
            </>
          ),
        })),
        onClick: ({ key }) => {
          const preset = rulesPresets.find(({ id }) => id === key);
          if (preset) begin(preset.rules);
        },
      }}
      trigger={['click']}
    >
      <Button>从样例新建</Button>
    </Dropdown>
  );

  return (
    <div className="screen">
      <ScreenHead
        actions={
          mayEdit && (
            <>
              {presets}
              {chosen && <Button onClick={copy}>照此新增一版</Button>}
            </>
          )
        }
      >
        {tabs}
      </ScreenHead>
      {error && <ErrorNote text={sentenceOf(error)} onRetry={() => void refetch()} />}
      <div className="screen-body">
        {versions && versions.length === 0 && made === null ? (
          <EmptyState
            title="还没有计分规则"
            hint="选一个样例，改成本单位考核办法里的分值和施行日期。规则可以随时改，得分随之重算；旧版照旧管它施行的那段时间。"
          >
            {mayEdit && presets}
          </EmptyState>
        ) : (
          <Panes
            id="scoring-rules"
            panes={[
              {
                id: 'versions',
                label: '各版规则',
                width: 240,
                minWidth: 180,
                content: (
                  <RowList<RulesRow, ScoringRulesId>
                    label="各版规则"
                    rows={versions ?? []}
                    idOf={({ id }) => id}
                    current={made === null ? (chosen?.id ?? null) : null}
                    onCurrent={open}
                    height={52}
                    empty={<EmptyState title="正在新建第一版" />}
                    renderRow={(row) => (
                      <span className="row-text">
                        {row.rules.title}
                        <br />
                        <span className="row-note">{formatDate(row.validFrom)}起施行</span>
                      </span>
                    )}
                  />
                ),
              },
              {
                id: 'rules',
                label: '规则',
                minWidth: 640,
                content: (made ?? chosen) && (
                  <RulesEditor
                    key={made ? 'made' : chosen?.id}
                    id={made ? null : (chosen?.id ?? null)}
                    stored={made ?? chosen ?? unreachable()}
                    clause={made ? null : address.get('clause')}
                    readOnly={!mayEdit}
                    onSaved={open}
                    onLeave={() => setMade(null)}
                  />
                ),
              },
            ]}
          />
        )}
      </div>
    </div>
  );
}

const unreachable = (): never => {
  throw new Error('no rule book to show');
};

/** The first rule book is for this year; the next for the coming month, or the first month that has none. */
function firstFree(versions: readonly RulesRow[]): IsoDate {
  const month = monthOf(toIsoDate(new Date()));
  const taken = new Set(versions.map(({ validFrom }) => validFrom));
  let free = versions.length === 0 ? (periodMonths('year', month)[0] ?? month) : nextMonth(month);
  while (taken.has(firstDay(free))) free = nextMonth(free);
  return firstDay(free);
}
