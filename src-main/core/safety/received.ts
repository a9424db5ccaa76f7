import { join } from 'node:path';
import type { Options } from '../options.ts';

/** Where backups lie that were brought in as files. */
export const receivedIn = ({ dataDir }: Pick<Options, 'dataDir'>): string => join(dataDir, 'Received');
