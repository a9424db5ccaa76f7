import { useState } from 'react';
import { Tab, TabList } from 'react-aria-components';
import type { FileView } from '#shared/contract/imports.ts';
import { LinkButton } from '../../components/button.tsx';
import { count, formatNumber } from '../../format/words.ts';

/** The sheets of a workbook. Hidden ones that hold nothing to bring in stand back until they are asked for. */
export function SheetTabs({ file, shown }: { file: FileView; shown: number }) {
  const [all, setAll] = useState(false);
  const tabs = file.sheets.map((sheet, at) => ({
    sheet,
    at,
    holds: file.tables.some((table) => table.sheet === at && table.kind !== 'furniture'),
  }));
  const apart = tabs.filter(({ sheet, holds, at }) => sheet.hidden && !holds && at !== shown);
  const listed = all || apart.length < 2 ? tabs : tabs.filter((tab) => !apart.includes(tab));
  return (
    <div className="sheets">
      <TabList aria-label="Sheets" className="tabl">
        {listed.map(({ sheet, at, holds }) => (
          <Tab key={sheet.name} id={String(at)} className="tabx">
            {sheet.name || file.name}{' '}
            <small>
              {holds ? `${formatNumber(sheet.cells)} cells` : 'no table'}
              {sheet.hidden ? ', hidden' : ''}
            </small>
          </Tab>
        ))}
      </TabList>
      {apart.length > 1 ? (
        <LinkButton onPress={() => setAll(!all)}>
          {all ? 'Put the hidden sheets away' : `and ${count(apart.length, 'hidden sheet')} without a table`}
        </LinkButton>
      ) : null}
    </div>
  );
}
