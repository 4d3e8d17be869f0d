import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { DateField } from '../../renderer/ui/DateField.tsx';
import { isIsoDate } from '../../shared/domain/dates.ts';

const date = (text: string) => {
  if (!isIsoDate(text)) throw new Error(text);
  return text;
};

it('takes the date typed when the field is left, whatever was drawn anew meanwhile', async () => {
  const user = userEvent.setup();
  const changed = vi.fn();
  const field = () => <DateField value={date('2026-11-25')} onChange={changed} />;
  const { rerender } = render(field());
  await user.clear(screen.getByRole('textbox'));
  await user.type(screen.getByRole('textbox'), '2020-03-06');
  rerender(field());
  await user.tab();
  expect(changed).toHaveBeenLastCalledWith('2020-03-06');
});
