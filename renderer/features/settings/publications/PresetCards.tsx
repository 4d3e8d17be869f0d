import { useMemo } from 'react';
import { type HouseStylePreset, houseStylePresets } from '../../../../shared/page/presets.ts';
import { PageSheet } from '../../issues/pages/PageSheet.tsx';
import { usePages } from '../../issues/pages/usePreview.ts';
import { type DraftPublication, useStylePages } from './useStylePages.ts';

interface PresetCardsProps {
  /** Its name and office stand on the pictures. */
  publication: DraftPublication;
  value: string;
  onChange: (preset: HouseStylePreset) => void;
}

/** The ready styles, each with the first page it makes of this publication. */
export function PresetCards({ publication, value, onChange }: PresetCardsProps) {
  return (
    <fieldset className="preset-cards">
      <legend>版式</legend>
      {houseStylePresets.map((preset) => (
        <label key={preset.id} className={preset.id === value ? 'preset-card preset-card-on' : 'preset-card'}>
          <PresetPicture publication={publication} preset={preset} />
          <span className="preset-name">
            <input
              type="radio"
              name="preset"
              checked={preset.id === value}
              onChange={() => onChange(preset)}
              aria-label={preset.name}
            />
            {preset.name}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const WIDTH_PX = 128;

function PresetPicture({ publication, preset }: { publication: DraftPublication; preset: HouseStylePreset }) {
  const inStyle = useMemo(() => ({ ...publication, style: preset.style }), [publication, preset]);
  const previewer = useStylePages(inStyle, 'sample');
  const { preview, pictures } = usePages(previewer);
  const drawing = previewer.drawing(preview?.pages[0]?.hash ?? '');
  return (
    <PageSheet
      n={1}
      near={drawing !== null}
      drawing={drawing}
      store={previewer.store}
      widthMm={preview?.width ?? 210}
      heightMm={preview?.height ?? 297}
      widthPx={WIDTH_PX}
      selected={null}
      caretLine={-1}
      pictures={pictures}
      onPick={ignored}
    />
  );
}

const ignored = () => {};
