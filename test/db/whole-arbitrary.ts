import type fc from 'fast-check';
import type { RegisterContent } from '#shared/contract/register.ts';
import { withAcceptances } from './acceptances-arbitrary.ts';
import { withCorrections } from './corrections-arbitrary.ts';
import { withKpis } from './kpis-arbitrary.ts';
import { withLineage } from './lineage-arbitrary.ts';
import { withLinked } from './linked-arbitrary.ts';
import { withMeetings } from './meetings-arbitrary.ts';
import { withRetention } from './retention-arbitrary.ts';
import { withSpells } from './spells-arbitrary.ts';

/** The same content with all that the JSON form has learnt since its first version. */
export const withAll = (content: fc.Arbitrary<RegisterContent>): fc.Arbitrary<RegisterContent> =>
  content
    .chain(withLineage)
    .chain(withAcceptances)
    .chain(withSpells)
    .chain(withLinked)
    .chain(withKpis)
    .chain(withCorrections)
    .chain(withMeetings)
    .chain(withRetention);
