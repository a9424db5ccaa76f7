/**
 * Of which rows of `progress` it is true that they still count: no later update corrects them. The list is read once a
 * statement, and is short.
 */
export const standing = 'progress.id NOT IN (SELECT corrects_id FROM progress WHERE corrects_id IS NOT NULL)';
