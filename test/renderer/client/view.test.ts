import { describe, expect, it } from 'vitest';
import { basePathOf, hrefOfReports, hrefOfView, viewAt } from '../../../src-renderer/client/view.ts';

const id = '0128154b-aa80-7c4b-9bd5-10535a3833f2';

describe('the address of a snapshot that is looked at', () => {
  it('names the snapshot before the address of the screen, and is read back', () => {
    expect(hrefOfView(id, '/plans')).toBe(`#/as-at/${id}/plans`);
    expect(viewAt(hrefOfView(id).slice(1))).toBe(id);
    expect(viewAt(basePathOf(id))).toBe(id);
  });

  it('is none of the register’s own addresses', () => {
    for (const path of ['/', '/home', '/plans/as-at/x', '/as-at', '/as-at/']) expect(viewAt(path)).toBeNull();
  });

  it('leads to reports in the register, of the plan where one is named', () => {
    expect(hrefOfReports(id)).toBe(`#/reports?snapshot=${id}`);
    expect(hrefOfReports(id, 'p 1')).toBe(`#/reports?snapshot=${id}&plan=p%201`);
    expect(viewAt(hrefOfReports(id).slice(1))).toBeNull();
  });
});
