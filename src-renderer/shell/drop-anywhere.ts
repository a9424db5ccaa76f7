import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { handFiles } from './handed-files.ts';

/**
 * A file let go over the window never replaces the program (what a browser would do): it goes to the import.
 * A place that takes files itself calls preventDefault and stopPropagation, and this stands aside.
 */
export function useDropAnywhere(active: boolean): void {
  const navigate = useNavigate();
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer && !active) event.dataTransfer.dropEffect = 'none';
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      const files = event.dataTransfer?.files;
      if (!active || !files || files.length === 0) return;
      handFiles(files);
      void navigate({ to: '/import' });
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [active, navigate]);
}
