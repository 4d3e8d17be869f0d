import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Program } from './app/Program.tsx';
import { httpClient } from './data/index.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// Not as a transition: the next key must find the row the last one went to, however fast they follow each other.
createRoot(root).render(
  <BrowserRouter useTransitions={false}>
    <Program client={httpClient} />
  </BrowserRouter>,
);
