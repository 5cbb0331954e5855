import '@fontsource-variable/noto-sans-sc/index.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/overview.css';
import './styles/city.css';
import './styles/ledger.css';
import './styles/assessment.css';
import './styles/analysis.css';
import './styles/reading.css';
import './styles/renewal.css';
import './styles/laboratory.css';
import './styles/zonal.css';
import './styles/subsidence.css';
import './styles/disorder.css';
import './styles/estates.css';
import './styles/restoration.css';
import './styles/chain.css';
import './styles/successors.css';
import './styles/distress.css';
import './styles/sum.css';
import './styles/vacant-land.css';
import './styles/access.css';
import './styles/rounds.css';
import './styles/compare.css';
import './styles/layers.css';
import './styles/components.css';
import './styles/drawer.css';
import './styles/exports.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { LanguageProvider } from './language.js';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element #root');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <App />
    </LanguageProvider>
  </StrictMode>,
);
