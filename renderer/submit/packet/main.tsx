import '../shims.ts';
import { createRoot } from 'react-dom/client';
import type { PacketOffice } from '../../../shared/packet/content.ts';
import { PacketPage } from './PacketPage.tsx';
import '../submit.css';

const root = document.getElementById('root');
const facts = document.getElementById('office');
if (!root || !facts) throw new Error('the page is not whole');
createRoot(root).render(<PacketPage office={JSON.parse(facts.textContent ?? '') as PacketOffice} />);
