import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { Program } from '../../../renderer/app/Program.tsx';
import { type IssueOffice, issueOffice } from './issues.ts';

/** The program on the issue office, opened at an address: the open issue unless another is named. */
export async function openIssueProgram(prepare: (office: IssueOffice) => void = () => {}, address = '/issues/iss1') {
  const office = await issueOffice();
  prepare(office);
  render(
    <MemoryRouter initialEntries={[address]}>
      <Program client={office.client} />
    </MemoryRouter>,
  );
  await screen.findByRole('navigation', { name: '功能' });
  if (address === '/issues/iss1') await screen.findByRole('listbox', { name: '编排' });
  return { ...office, user: userEvent.setup() };
}
