/** What lies above the cells of a sheet: the words of its text boxes, and how many pictures and charts. */
export type Floating = {
  readonly boxes: readonly string[];
  readonly pictures: number;
  readonly charts: number;
};

/** What is said of it: it is no cell, and its words must not be lost all the same. */
export function floatingRemarks({ boxes, pictures, charts }: Floating, sheet: string): string[] {
  const remarks = boxes.map(
    (words) => `A text box on sheet “${sheet}” was not read as a cell. It says: ${words}`,
  );
  const counted = [counting(pictures, 'picture'), counting(charts, 'chart')].filter((words) => words !== '');
  if (counted.length > 0) remarks.push(`On sheet “${sheet}”, ${counted.join(' and ')} left out.`);
  return remarks;
}

function counting(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
