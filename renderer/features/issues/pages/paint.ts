import type { PageDrawing } from '../../../../shared/contract/views.ts';
import type { Mark, Matrix } from '../../../../shared/page/index.ts';
import type { PageStore } from './pageStore.ts';

/** Mitres of drawn-round outlines end where the engine ends them. */
const MITRE = 4;

/** Paints a page over whatever the canvas holds. `scale`: canvas pixels in a pt. */
export function paint(
  context: CanvasRenderingContext2D,
  { marks }: Pick<PageDrawing, 'marks'>,
  store: Pick<PageStore, 'outline' | 'picture'>,
  scale: number,
): void {
  const { width, height } = context.canvas;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.miterLimit = MITRE;
  for (const mark of marks) paintMark(context, mark, store, scale);
}

function paintMark(
  context: CanvasRenderingContext2D,
  mark: Mark,
  store: Pick<PageStore, 'outline' | 'picture'>,
  scale: number,
): void {
  const move = ([a, b, c, d, e, f]: Matrix, x = 0) =>
    context.setTransform(scale * a, scale * b, scale * c, scale * d, scale * (e + a * x), scale * (f + b * x));
  if ('picture' in mark) {
    const image = store.picture(mark.picture);
    if (!image) return;
    context.save();
    if (mark.clip) {
      move(mark.clip.m);
      context.clip(new Path2D(mark.clip.path));
    }
    move(mark.m);
    context.drawImage(image, 0, 0, mark.width, mark.height);
    context.restore();
    return;
  }
  const colour = mark.fill ?? '#000000';
  context.fillStyle = colour;
  if ('path' in mark) {
    move(mark.m);
    context.fill(new Path2D(mark.path));
    return;
  }
  const { glyphs, stroke } = mark;
  context.strokeStyle = colour;
  context.lineWidth = stroke ?? 0;
  for (let i = 0; i < glyphs.length; i += 2) {
    const outline = store.outline(String(glyphs[i]));
    if (!outline) continue;
    move(mark.m, Number(glyphs[i + 1]));
    context.fill(outline);
    if (stroke) context.stroke(outline);
  }
}
