import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { readableInWords } from '../../../../shared/contract/readable.ts';
import { takeDropped } from './droppedFiles.ts';
import { useIntakeQueue } from './queue.ts';

type IntakeContextValue = ReturnType<typeof useIntakeQueue>;

const IntakeContext = createContext<IntakeContextValue | null>(null);

/** Takes in files, also those dropped anywhere on the window; goes on while other screens are worked on. */
export function IntakeProvider({ children }: { children: ReactNode }) {
  const queue = useIntakeQueue();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const over = useFileDrop((files) => {
    queue.take(files);
    if (!pathname.startsWith('/submissions')) void navigate('/submissions');
  });
  return (
    <IntakeContext value={queue}>
      {children}
      {over && (
        <div className="drop-cover">
          <p>松开鼠标，导入为来稿</p>
          <p className="soft">可一次放入多个文件或文件夹：{readableInWords}</p>
        </div>
      )}
    </IntakeContext>
  );
}

export function useIntake(): IntakeContextValue {
  const intake = useContext(IntakeContext);
  if (!intake) throw new Error('useIntake outside IntakeProvider');
  return intake;
}

/** Files dropped on the window; also keeps the browser from opening them in the page's place. */
function useFileDrop(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const isFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onDragOver = (event: DragEvent) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      setOver(false);
      takeDropped(event.dataTransfer, onFiles);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [onFiles]);
  return over;
}
