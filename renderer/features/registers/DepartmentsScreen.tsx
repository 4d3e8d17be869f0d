import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Department } from '../../../shared/domain/department.ts';
import type { DepartmentId } from '../../../shared/domain/ids.ts';
import { matchesName } from '../../../shared/text/units/pinyin.ts';
import { useMay } from '../../app/session.ts';
import { sentenceOf, useCommand, useMethod } from '../../data/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { DepartmentForm } from './DepartmentForm.tsx';
import { OrderedList } from './OrderedList.tsx';
import { RegisterLayout } from './RegisterLayout.tsx';
import { SheetButtons } from './SheetButtons.tsx';
import { inOrder, replaced, useOptimistic } from './useRegister.ts';

/** Units that send in: names by which texts are recognised, the group they are ranked in, their order. */
export function DepartmentsScreen({ tabs }: { tabs: ReactNode }) {
  const { data: departments = [], error, isSuccess } = useMethod('departments.list', {});
  const mayEdit = useMay('editor');
  const [search, setSearch] = useState('');
  // Each unit has an address: a hit of the search opens it, and Back leads where one came from.
  const [address, setAddress] = useSearchParams();
  const current = address.get('unit');
  const setCurrent = (id: DepartmentId | null) => setAddress(id === null ? {} : { unit: id }, { replace: true });
  const { apply, failure, setFailure } = useOptimistic<Department[]>(['departments.list', {}]);
  const save = useCommand('departments.save');
  const order = useCommand('departments.order');
  const remove = useCommand('departments.delete');

  const rows = departments.filter((unit) => namesOf(unit).some((name) => matchesName(search, name)));
  const chosen = departments.find(({ id }) => id === current) ?? null;

  const add = (name: string) =>
    void apply(
      (before) => before,
      () =>
        save.run({
          id: null,
          shortName: name,
          fullName: name,
          group: chosen?.group ?? '',
          otherNames: [],
          active: true,
        }),
    ).then((made) => made && setCurrent(made.id));
  const change = (unit: Department) =>
    void apply(
      (before) => replaced(before, unit),
      () => save.run(unit),
    );
  const reorder = (ids: DepartmentId[]) =>
    void apply(
      (before) => inOrder(before, ids),
      () => order.run({ ids }),
    );
  const drop = ({ id }: Department) =>
    void apply(
      (before) => before.filter((unit) => unit.id !== id),
      () => remove.run({ id }),
    );

  return (
    <RegisterLayout
      name="单位"
      tabs={tabs}
      failure={failure ?? (error ? sentenceOf(error) : null)}
      search={search}
      onSearch={setSearch}
      onAdd={mayEdit ? add : null}
      actions={<SheetButtons register="departments" mayImport={mayEdit} onFailed={setFailure} />}
      list={
        <OrderedList
          label="单位"
          rows={rows}
          idOf={(unit) => unit.id}
          current={chosen?.id ?? null}
          onCurrent={setCurrent}
          onOrder={mayEdit && search === '' ? reorder : null}
          renderRow={(unit) => <DepartmentRow unit={unit} />}
          empty={
            isSuccess &&
            (departments.length === 0 ? (
              <EmptyState
                title="还没有来稿单位"
                hint="在上面逐个写入，或导入 XLSX（先导出一份空表看样式）。有了单位，来稿才能自动认出是谁报的。"
              />
            ) : (
              <EmptyState title="没有找到" hint="可按简称、全称、曾用名或拼音首字母查找。" />
            ))
          }
        />
      }
      detail={
        chosen ? (
          <DepartmentForm
            key={chosen.id}
            unit={chosen}
            groups={[...new Set(departments.map(({ group }) => group).filter((group) => group !== ''))]}
            readOnly={!mayEdit}
            onChange={change}
            onDelete={() => drop(chosen)}
          />
        ) : (
          <p className="soft">选一个单位查看和修改；改动自动保存。拖动左边的把手或按 Alt+↑↓ 排序。</p>
        )
      }
    />
  );
}

const namesOf = ({ shortName, fullName, otherNames }: Department): string[] => [
  shortName,
  fullName,
  ...otherNames.map(({ name }) => name),
];

function DepartmentRow({ unit }: { unit: Department }) {
  return (
    <>
      <span className="register-name">{unit.shortName}</span>
      <span className="row-text soft">{unit.fullName === unit.shortName ? '' : unit.fullName}</span>
      <span className="row-note">{unit.group}</span>
      {!unit.active && <Tag tone="faint">停用</Tag>}
    </>
  );
}
