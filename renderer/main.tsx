import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Program } from './app/Program.tsx';
import { httpClient } from './data/index.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <BrowserRouter>
    <Program client={httpClient} />
  </BrowserRouter>,
);
