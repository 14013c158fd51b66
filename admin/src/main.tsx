import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { loadWords } from './words/words';

const root = document.getElementById('root');
if (root !== null) {
  await loadWords();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
