/** Of which rows of `changes` it is true that an action's end date was moved. Queries find the index by these words. */
export const redatedCondition =
  `"table_name" = 'actions' AND "op" = 'changed' AND ` +
  `json_extract("old", '$.timescale_end') IS NOT json_extract("new", '$.timescale_end')`;
