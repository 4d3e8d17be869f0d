interface StateTab<Key extends string> {
  key: Key;
  name: string;
  count?: number | undefined;
}

/** Lists divided by state, each with its count. */
export function StateTabs<Key extends string>({
  tabs,
  value,
  onChange,
  label,
}: {
  tabs: readonly StateTab<Key>[];
  value: Key;
  onChange: (key: Key) => void;
  label: string;
}) {
  return (
    <div className="state-tabs" role="tablist" aria-label={label}>
      {tabs.map(({ key, name, count }) => (
        <button
          key={key}
          type="button"
          role="tab"
          aria-selected={key === value}
          className={key === value ? 'state-tab state-tab-on' : 'state-tab'}
          onClick={() => onChange(key)}
        >
          {name} {count !== undefined && <span className="count">{count}</span>}
        </button>
      ))}
    </div>
  );
}
