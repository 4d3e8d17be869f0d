import { type HouseStyle, houseStyleSchema } from '../domain/houseStyle.ts';

export interface HouseStylePreset {
  id: string;
  /** As shown to the user. */
  name: string;
  style: HouseStyle;
}

/** Styles a new publication can begin with. */
export const houseStylePresets: readonly HouseStylePreset[] = [
  preset('standard', '国标 22×28', {}),
  // The page breaks of an issue of March 2020, made in Word, which leaves single characters on a last line.
  preset('bulletin2020', '28×24 小二标题（2020）', { rows: 24, titlePt: 18, mastheadSlots: 12, avoidRunt: false }),
  preset('sanHao27', '27×22（16 磅）', { cells: 27 }),
  preset('wordGrid', 'Word 28.99 磅', { vertical: 'wordGrid' }),
  preset('newspaper', '报纸简讯栏', {
    rows: 40,
    columns: 3,
    cells: 13,
    titlePlace: 'above',
    titlePt: 14,
    mastheadSlots: 12,
    mastheadPt: 60,
    themeSlots: 6,
    briefMark: '●',
    sourceWording: '',
  }),
];

function preset(id: string, name: string, style: Partial<HouseStyle>): HouseStylePreset {
  return { id, name, style: houseStyleSchema.parse(style) };
}
