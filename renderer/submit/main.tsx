import './shims.ts';
import { createRoot } from 'react-dom/client';
import { httpPortal } from '../data/portal.ts';
import { App } from './App.tsx';
import './submit.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App portal={httpPortal} />);
