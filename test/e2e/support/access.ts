import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What a screen reader or a keyboard could stumble over on the page as it stands, where it weighs. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
}
