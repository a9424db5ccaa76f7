import type { CSSProperties, ReactNode } from 'react';
import { type PanelSide, usePanelFold } from '../shell/panels.ts';
import { Button } from './button.tsx';
import { useScrollFocus } from './use-scroll-focus.ts';

/**
 * A column beside the work: left 216 (an outline, filters), right 296 to 376 (a drawer). Ctrl 1 and Ctrl 2 fold
 * them to a worded rail; under 1100 px the right one floats over the work; under 760 px both stand in the flow.
 */
export function SidePanel(props: {
  side: PanelSide;
  /** Said on the rail and to screen readers: "Sections", "This action". */
  title: string;
  /** Pixels; 216 left and 328 right unless told. */
  width?: number;
  children: ReactNode;
}) {
  const { side, title } = props;
  const { folded, floats, setFolded } = usePanelFold(side);
  const inside = useScrollFocus<HTMLDivElement>(!folded);
  const keys = side === 'left' ? 'Ctrl 1' : 'Ctrl 2';
  const Box = side === 'left' ? 'nav' : 'aside';
  const rail = (
    <button
      type="button"
      className={`rail ${side}`}
      onClick={() => setFolded(false)}
      aria-keyshortcuts={keys.replace('Ctrl ', 'Control+')}
    >
      {title}
    </button>
  );
  if (folded) return rail;
  const width = props.width ?? (side === 'left' ? 216 : 328);
  return (
    <>
      {floats ? rail : null}
      <Box
        className={`panel ${side}${floats ? ' over' : ''}`}
        aria-label={title}
        data-region={title}
        style={{ '--panel-width': `${width}px` } as CSSProperties}
      >
        <div className="panel-in foci" ref={inside}>
          {props.children}
        </div>
        <div className="panel-fold">
          <Button reads look="quiet" small onPress={() => setFolded(true)}>
            Fold<span className="vh"> {title}</span> <span className="kbd">{keys}</span>
          </Button>
        </div>
      </Box>
    </>
  );
}

/** The body of a screen: columns left and right of the work. `bare` gives the work no padding or scroll of its own. */
export function Body(props: {
  left?: ReactNode;
  right?: ReactNode;
  bare?: boolean;
  label?: string;
  children: ReactNode;
}) {
  const work = useScrollFocus<HTMLDivElement>(!props.bare);
  return (
    <div className="body">
      {props.left}
      <div className={props.bare ? 'work bare' : 'work foci'} ref={work} data-region={props.label ?? 'Work'}>
        {props.children}
      </div>
      {props.right}
    </div>
  );
}
