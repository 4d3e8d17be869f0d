import { Fragment, type ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';

export interface Pane {
  id: string;
  /** What it holds, for a screen reader. */
  label: string;
  content: ReactNode;
  /** Width at first: px, or a percentage as text; left out takes what is left. */
  width?: number | string;
  /** px */
  minWidth?: number;
}

/** Panes from left to right, resized by hand; their widths are remembered under `id` on this machine. */
export function Panes({ id, panes }: { id: string; panes: readonly Pane[] }) {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `panes:${id}`,
    panelIds: panes.map((pane) => pane.id),
    onlySaveAfterUserInteractions: true,
  });
  return (
    <Group className="panes" defaultLayout={defaultLayout} onLayoutChanged={onLayoutChanged}>
      {panes.map(({ id: paneId, label, content, width, minWidth = 200 }, n) => (
        <Fragment key={paneId}>
          {n > 0 && <Separator className="pane-line" />}
          <Panel id={paneId} minSize={minWidth} {...(width === undefined ? {} : { defaultSize: width })}>
            <section className="pane" aria-label={label}>
              {content}
            </section>
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}
