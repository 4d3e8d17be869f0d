import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router';
import { Program } from '../../renderer/app/Program.tsx';
import { type FakeClient, fakeClient } from './fake/client.ts';
import { type FakeOffice, fakeOffice } from './fake/office.ts';

/** The whole program on a played core, opened at an address. */
export function openProgram(
  path = '/submissions',
  prepare: (office: FakeOffice, client: FakeClient) => void = () => {},
) {
  const office = fakeOffice();
  const client = fakeClient(office.answers);
  prepare(office, client);
  const place = { address: '' };
  const view = render(
    <MemoryRouter initialEntries={[path]} useTransitions={false}>
      <Program client={client} />
      <Place onMove={(address) => (place.address = address)} />
    </MemoryRouter>,
  );
  return { office, client, user: userEvent.setup(), place, ...view };
}

/** Tells the address the page is at. */
function Place({ onMove }: { onMove: (address: string) => void }) {
  const { pathname, search } = useLocation();
  onMove(pathname + search);
  return null;
}
