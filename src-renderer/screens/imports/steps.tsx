import { Icon } from '../../components/icon.tsx';

const names = ['File', 'Tables', 'Review', 'Bring in'];

/** Which of the four steps of an import this is. */
export function Steps({ at }: { at: 1 | 2 | 3 | 4 }) {
  return (
    <ol className="steps" aria-label="Steps">
      {names.map((name, index) => {
        const step = index + 1;
        if (step < at) {
          return (
            <li key={name} className="ok">
              <Icon name="tick" size={14} />
              {name}
              <span className="vh"> done</span>
            </li>
          );
        }
        return (
          <li
            key={name}
            className={step === at ? 'cur' : undefined}
            aria-current={step === at ? 'step' : undefined}
          >
            {step} {name}
          </li>
        );
      })}
    </ol>
  );
}
