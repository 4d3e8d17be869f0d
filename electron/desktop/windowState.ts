import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';

const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof stateSchema>;

/** Smallest window the three panes work in, and the one a new user gets. */
export const SMALLEST = { width: 1024, height: 640 } as const;
const FIRST = { width: 1366, height: 860 } as const;
/** How much of a remembered window must still lie on some screen, px. */
const VISIBLE = 100;

/**
 * Place and size of the window as it was left.
 * @returns only a size where nothing usable is remembered, or the screen it lay on is gone
 */
export function readWindowState(file: string): Partial<WindowState> & Pick<WindowState, 'width' | 'height'> {
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const size = { width: Math.max(state.width, SMALLEST.width), height: Math.max(state.height, SMALLEST.height) };
    const seen = screen.getAllDisplays().some(({ workArea }) => overlap(workArea, { ...state, ...size }));
    return seen ? { ...state, ...size } : { ...size, maximized: state.maximized };
  } catch {
    return FIRST;
  }
}

/** Remembers the window when it closes. A state that cannot be written is not worth a word. */
export function rememberWindow(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(state));
      renameSync(`${file}.new`, file);
    } catch {
      // The next start opens the window at its first size.
    }
  });
}

function overlap(area: Rectangle, window: Rectangle): boolean {
  const width = Math.min(area.x + area.width, window.x + window.width) - Math.max(area.x, window.x);
  const height = Math.min(area.y + area.height, window.y + window.height) - Math.max(area.y, window.y);
  return width >= VISIBLE && height >= VISIBLE;
}
