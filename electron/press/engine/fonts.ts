import type { FontRoleReport } from '../../../shared/contract/views.ts';
import type { HouseStyle } from '../../../shared/domain/houseStyle.ts';
import type { Measures } from '../../../shared/page/measures.ts';

/** A face as the template takes it: families in order, size (pt, `null`: that of the text around it), weight, drawn bold (pt). */
export interface FaceSetting {
  fonts: { name: string; ascii: boolean }[];
  size: number | null;
  weight: 'regular' | 'bold';
  stroke: number;
}

interface Candidate {
  family: string;
  /** A text face that stands in for a heavier one and is set bold. */
  bold?: true;
}

interface Role {
  /** As the office calls it. */
  name: string;
  /** The first that is installed is used; the first of all is what a print shop would take. */
  candidates: readonly Candidate[];
}

const xiaoBiaoSong: readonly Candidate[] = [
  { family: 'FZXiaoBiaoSong-B05S' },
  { family: 'FZXiaoBiaoSong-B05' },
  { family: 'STZhongsong' },
  { family: 'Source Han Serif SC', bold: true },
  { family: 'Noto Serif CJK SC', bold: true },
  { family: 'Songti SC', bold: true },
  { family: 'FandolSong', bold: true },
  { family: 'SimSun', bold: true },
];

/** English family names, as the engine matches them; Windows, UOS and Kylin, macOS, Debian. */
const roles = {
  song: {
    name: '宋体',
    candidates: families(
      'SimSun',
      'NSimSun',
      'FZShuSong-Z01S',
      'FZShuSong-Z01',
      'STSong',
      'Songti SC',
      'FandolSong',
      'Noto Serif CJK SC',
    ),
  },
  headline: { name: '小标宋', candidates: xiaoBiaoSong },
  body: {
    name: '仿宋',
    candidates: families(
      'FangSong_GB2312',
      'FangSong',
      'FZFangSong-Z02S',
      'FZFangSong-Z02',
      'STFangsong',
      'FandolFang R',
    ),
  },
  kai: {
    name: '楷体',
    candidates: families(
      'KaiTi_GB2312',
      'KaiTi',
      'FZKai-Z03S',
      'FZKai-Z03',
      'STKaiti',
      'Kaiti SC',
      'FandolKai',
      'AR PL KaitiM GB',
    ),
  },
  hei: {
    name: '黑体',
    candidates: families(
      'SimHei',
      'FZHei-B01S',
      'FZHei-B01',
      'STHeiti',
      'Heiti SC',
      'Source Han Sans SC',
      'FandolHei',
      'Noto Sans CJK SC',
    ),
  },
  latin: {
    name: '数字和字母',
    candidates: families('Times New Roman', 'Liberation Serif', 'Nimbus Roman', 'Tinos', 'TeX Gyre Termes'),
  },
} as const satisfies Record<string, Role>;

/** Sets the characters a role's face lacks, in this order. */
const LAST = ['Noto Serif CJK SC', 'Source Han Serif SC', 'Noto Sans CJK SC', 'SimSun', 'Songti SC', 'FandolSong'];

export type FontRole = keyof typeof roles;
export const fontRoles = Object.keys(roles) as FontRole[];

/** Every family the press may ask for. */
export const knownFamilies: readonly string[] = [
  ...new Set([...fontRoles.flatMap((role) => roles[role].candidates.map(({ family }) => family)), ...LAST]),
];

/** 0.028 em drawn around a glyph looks like the bold of a word processor in print. */
const DRAWN_BOLD_EM = 0.028;

/** The installed fonts by role. */
export class Fonts {
  readonly #have: ReadonlySet<string>;

  /** @param have families of `knownFamilies` that the engine has */
  constructor(have: ReadonlySet<string>) {
    this.#have = have;
  }

  /** The family a role is set in, or `null` when none of its list is installed. */
  family(role: FontRole): string | null {
    return this.#candidate(role)?.family ?? null;
  }

  /**
   * Family of digits and letters: where none of its role is installed, that of the text for every face, so that one table
   * of widths holds on the whole page.
   */
  asciiFamily(): string | null {
    return this.family('latin') ?? this.family('body') ?? this.family('song') ?? this.#last()[0] ?? null;
  }

  report(): FontRoleReport[] {
    return fontRoles.map((role) => {
      const [first] = roles[role].candidates;
      const used = role === 'latin' ? this.asciiFamily() : (this.family(role) ?? this.#last()[0] ?? null);
      return { role: roles[role].name, wanted: first.family, used, substituted: used !== first.family };
    });
  }

  roleName = (role: FontRole): string => roles[role].name;

  /** Faces by the names the setting uses. */
  faces(style: HouseStyle, measures: Measures): Record<string, FaceSetting> {
    const titlePt = measures.title.pt;
    const drawn = (face: FaceSetting, pt: number): FaceSetting => ({ ...face, stroke: DRAWN_BOLD_EM * pt });
    const title: Record<HouseStyle['titleFace'], FaceSetting> = {
      hei: this.#han('hei', titlePt),
      kai: drawn(this.#han('kai', titlePt), titlePt),
      song: this.#han('headline', titlePt),
      fangBold: drawn(this.#han('body', titlePt), titlePt),
    };
    return {
      body: this.#mixed('body'),
      bold: drawn(this.#han('body'), measures.bodyPt),
      kai: this.#mixed('kai'),
      hei: this.#han('hei'),
      title: title[style.titleFace],
      boldLatin: this.#boldLatin(),
      heiLatin: this.#boldLatin(),
      titleLatin: this.#boldLatin(titlePt),
      headline: this.#han('headline'),
      masthead: this.#han('headline'),
      imprint: this.#mixed('body'),
      number: this.#han('song', measures.pageNumber.textPt),
    };
  }

  /** Faces of the distribution sheet. */
  sheetFaces(): Record<string, FaceSetting> {
    return { body: this.#mixed('body'), hei: this.#mixed('hei'), headline: this.#mixed('headline') };
  }

  #candidate(role: FontRole): Candidate | undefined {
    return roles[role].candidates.find(({ family }) => this.#have.has(family));
  }

  #last = () => LAST.filter((family) => this.#have.has(family));

  #han(role: FontRole, size: number | null = null): FaceSetting {
    const candidate = this.#candidate(role);
    const list = [...new Set([...(candidate ? [candidate.family] : []), ...this.#last()])];
    const named = (list.length > 0 ? list : LAST).map((name) => ({ name, ascii: false }));
    return { fonts: named, size, weight: candidate?.bold ? 'bold' : 'regular', stroke: 0 };
  }

  #mixed(role: FontRole, size: number | null = null): FaceSetting {
    const face = this.#han(role, size);
    const latin = this.asciiFamily();
    return { ...face, fonts: [...(latin ? [{ name: latin, ascii: true }] : []), ...face.fonts] };
  }

  #boldLatin(size: number | null = null): FaceSetting {
    return { ...this.#mixed('body', size), weight: 'bold' };
  }
}

function families(...names: [string, ...string[]]): readonly [Candidate, ...Candidate[]] {
  const [first, ...rest] = names;
  return [{ family: first }, ...rest.map((family) => ({ family }))];
}
